import { type Severity, severities } from "@ittybit/contract";
import { type CoverageKind, coverageShares } from "../coverage/coverage-kind.js";
import type { Report, ReportContract } from "./report.js";

/** Severity from which a finding fails a run; `never` for none. */
export const failOnLevels = [...severities, "never"] as const;
export type FailOn = (typeof failOnLevels)[number];

/** 0 conforms, 1 findings at or above the threshold, 2 nothing was checked, or not all of it could be. */
export type ExitCode = 0 | 1 | 2;

/** What a run must come up to. */
export interface Thresholds {
  /** Severity from which a finding fails the run. */
  readonly failOn: FailOn;
  /** Share of each kind that must be covered, in percent. */
  readonly minCoverage: Readonly<Partial<Record<CoverageKind, number>>>;
  /** Findings that are known, by fingerprint; they do not fail the run. */
  readonly known: ReadonlySet<string>;
  /** Contract that the known findings were found by; null: none are known. */
  readonly baselineContract: ReportContract | null;
}

/** One sentence for each kind that is covered less than demanded. */
export function missedCoverage(report: Report, { minCoverage }: Thresholds): string[] {
  return coverageShares(report.coverage).flatMap(({ kind, covered, total }) => {
    const [wanted, share] = [minCoverage[kind], total === 0 ? 100 : (100 * covered) / total];
    if (wanted === undefined || share >= wanted) return [];
    return [
      `Coverage of ${kind} is ${covered} of ${total}, ${Math.floor(share)} %, below the ${wanted} % asked for.`,
    ];
  });
}

/** Whether a finding is at or above a threshold. */
export function isFailing({ severity }: { readonly severity: Severity }, threshold: FailOn): boolean {
  return threshold !== "never" && severities.indexOf(severity) <= severities.indexOf(threshold);
}

/** How many findings of a report fail a run. */
function failures(report: Report, { failOn, known }: Thresholds): number {
  return report.findings.filter((finding) => isFailing(finding, failOn) && !known.has(finding.fingerprint))
    .length;
}

/** Zero exchanges checked is never green, nor is coverage below what was asked for. */
export function exitCode(report: Report, thresholds: Thresholds): ExitCode {
  if (failures(report, thresholds) > 0 || missedCoverage(report, thresholds).length > 0) return 1;
  const { checked, broken, skipped } = report.exchanges;
  return checked === 0 || broken > 0 || skipped > 0 ? 2 : 0;
}
