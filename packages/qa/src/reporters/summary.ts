import { severities } from "@ittybit/contract/findings";
import { coverageShares } from "../coverage/coverage-kind.js";
import { COVERAGE_LIMITS } from "../coverage/schema-coverage.js";
import { type Baseline, type BaselineComparison, compareWithBaseline } from "../report/baseline.js";
import { brokenPlace } from "../report/broken-record.js";
import type { Counts, Report, ReportFinding } from "../report/report.js";
import { grouped, plural } from "./wording.js";

/** The closing lines for people: how much was checked, what was found, how much is covered. */
export function summary(report: Report, baseline?: Baseline): string[] {
  const { exchanges, findings, findingsDropped, coverage, coverageTruncated = [] } = report;
  const bySeverity = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return plural(count, severity === "info" ? "note" : severity);
  });
  const dropped =
    findingsDropped > 0 ? `, ${grouped(findingsDropped)} occurrences beyond what a report keeps` : "";
  return [
    `${plural(exchanges.checked, "exchange")} checked${others(exchanges)}.`,
    exchanges.checked === 0 ? "Nothing was checked." : `${bySeverity.join(", ")}${dropped}.`,
    ...(baseline === undefined ? [] : [compared(compareWithBaseline(report, baseline))]),
    `Covered: ${coverageShares(coverage)
      .filter(({ total }) => total > 0)
      .map(({ kind, covered, total }) => `${kind} ${covered}/${total}`)
      .join(", ")}.`,
    ...truncated(coverageTruncated),
  ];
}

function compared({ fresh, known, gone }: BaselineComparison): string {
  const counts = `${grouped(fresh.length)} new, ${grouped(known.length)} known, ${grouped(gone.length)} gone`;
  return `Compared with the baseline: ${counts}.`;
}

/** Number of bodies to name. */
const MAX_TRUNCATED_SHOWN = 3;

function truncated(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const { depth, locations } = COVERAGE_LIMITS;
  const rest = names.length - MAX_TRUNCATED_SHOWN;
  const shown = names.slice(0, MAX_TRUNCATED_SHOWN).join(", ");
  const limits = `at a depth of ${depth} or at ${grouped(locations)} locations`;
  return [`Coverage stops ${limits}: ${shown}${rest > 0 ? ` and ${grouped(rest)} more` : ""}.`];
}

function others(counts: Counts): string {
  const parts = [
    [counts.elsewhere, "for other hosts"],
    [counts.preflight, "CORS preflights"],
    [counts.unanswered, "without a response"],
    [counts.broken, "unreadable"],
    [counts.skipped, "skipped, because checking fell behind or stopped"],
    [counts.upgraded, "switched to another protocol, and not checked"],
    [counts.duplicates, "delivered again"],
    [counts.refused, "correctly rejected"],
    [counts.unproven, "recorded without credentials"],
    [counts.cached ?? 0, "cached"],
  ] as const;
  const shown = parts.flatMap(([count, words]) => (count > 0 ? [`${grouped(count)} ${words}`] : []));
  return shown.length === 0 ? "" : `; ${shown.join(", ")}`;
}

/** What is wrong with the input itself, one sentence each. Such a run proves nothing. */
export function inputProblems({ exchanges, broken }: Report): string[] {
  const { checked, skipped } = exchanges;
  return [
    ...(checked === 0 ? ["Nothing was checked."] : []),
    ...(skipped > 0 ? [`${plural(skipped, "exchange")} passed without being checked.`] : []),
    ...broken.map((record) => `${brokenPlace(record)}: ${record.problem}`),
  ];
}

/** Groups findings by operation. Findings come worst first, so the groups do too. */
export function byOperation(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const name = finding.operationId ?? "(no operation)";
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return groups;
}
