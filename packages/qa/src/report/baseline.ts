import type { Report, ReportFinding } from "./report.js";

/** An earlier report whose findings do not fail a run. */
export interface Baseline {
  readonly file: string;
  readonly report: Report;
  /** Fingerprints of its findings. */
  readonly known: ReadonlySet<string>;
  /** Whether to remove the findings that are gone from the file. */
  readonly isUpdated: boolean;
}

/** The findings of a report, told apart by a baseline. */
export interface BaselineComparison {
  /** Findings that the baseline does not list. */
  readonly fresh: readonly ReportFinding[];
  readonly known: readonly ReportFinding[];
  /** Findings of the baseline that did not occur again, although the traffic used what they are about. */
  readonly gone: readonly ReportFinding[];
}

/** Compares a report with a baseline. Without a baseline, every finding is fresh. */
export function compareWithBaseline(report: Report, baseline: Baseline | undefined): BaselineComparison {
  if (baseline === undefined) return { fresh: report.findings, known: [], gone: [] };
  const isKnown = ({ fingerprint }: ReportFinding) => baseline.known.has(fingerprint);
  const found = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  return {
    fresh: report.findings.filter((finding) => !isKnown(finding)),
    known: report.findings.filter(isKnown),
    gone: baseline.report.findings.filter((one) => !found.has(one.fingerprint) && isExercised(one, report)),
  };
}

/** The report of a baseline without findings that are gone. */
export function withoutGone({ report }: Baseline, gone: readonly ReportFinding[]): Report {
  const { baseline: _, ...kept } = report;
  return { ...kept, findings: report.findings.filter((finding) => !gone.includes(finding)) };
}

/**
 * Whether the traffic of a report used the operation of a finding, and the status if the finding is about a response.
 * Otherwise the fault may still be there.
 */
function isExercised({ operationId, direction, example }: ReportFinding, { coverage }: Report): boolean {
  if (operationId === null) return true;
  const isUsed = (items: Readonly<Record<string, readonly string[]>>, name: string) =>
    (items[name]?.length ?? 0) > 0;
  if (!isUsed(coverage.operations, operationId)) return false;
  if (direction === "request") return true;
  const statuses = [`${example.status}`, `${Math.floor(example.status / 100)}XX`, "default"];
  const documented = statuses.map((status) => `${operationId} ${status}`);
  const name = documented.find((one) => Object.hasOwn(coverage.statuses, one));
  return name === undefined || isUsed(coverage.statuses, name);
}
