import { type Severity, severities } from "@ittybit/contract";
import type { Report } from "./report/report.js";

/** Severity from which a finding fails a run; `never` for none. */
export const thresholds = [...severities, "never"] as const;
export type Threshold = (typeof thresholds)[number];

/** 0 conforms, 1 findings at or above the threshold, 2 nothing was checked or some input could not be read. */
export type ExitCode = 0 | 1 | 2;

/** How many findings of a report fail a run. */
function failures(report: Report, threshold: Threshold): number {
  if (threshold === "never") return 0;
  const worst = severities.slice(0, severities.indexOf(threshold as Severity) + 1);
  return report.findings.filter(({ severity }) => worst.includes(severity)).length;
}

/** Zero exchanges checked is never green. */
export function exitCode(report: Report, threshold: Threshold): ExitCode {
  if (failures(report, threshold) > 0) return 1;
  return report.exchanges.checked === 0 || report.exchanges.broken > 0 ? 2 : 0;
}
