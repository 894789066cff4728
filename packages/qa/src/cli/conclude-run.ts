import type { Report, ReportContract } from "../report/report.js";
import { type ExitCode, exitCode, missedCoverage, type Thresholds } from "../report/thresholds.js";
import { updateBaseline } from "./baseline-file.js";
import type { CliContext } from "./cli-context.js";
import type { ReportTarget } from "./report-options.js";
import { baselineOptions, writeReports } from "./write-reports.js";

/** What a command ends with, and what may keep it from being complete. */
export interface RunEnd {
  readonly reports: readonly ReportTarget[];
  readonly thresholds: Thresholds;
  /** Whether all input was read and all results were kept. @default true */
  readonly isComplete?: boolean;
  /** Whether it is known that there was nothing to check. @default false */
  readonly mayBeEmpty?: boolean;
}

/**
 * Writes the reports of a run and returns its exit code. Findings win: a run that found something returns 1 even if it
 * was cut short or a report could not be written, because what it found holds.
 */
export async function concludeRun(report: Report, end: RunEnd, context: CliContext): Promise<ExitCode> {
  const { reports, thresholds, isComplete = true, mayBeEmpty = false } = end;
  const { baseline } = thresholds;
  if (baseline !== null && baseline.report.contract.digest !== report.contract.digest) {
    context.err(`ittybit-qa: ${otherBaseline(baseline.report.contract, report.contract)}`);
  }
  const areWritten = await writeReports(report, reports, context, baselineOptions(thresholds));
  const isUpdated = baseline === null || (await updateBaseline(baseline, report, isComplete, context));
  for (const missed of missedCoverage(report, thresholds)) context.err(`ittybit-qa: ${missed}`);
  return exitCode(report, thresholds, {
    isComplete: isComplete && areWritten && isUpdated,
    mayBeEmpty,
  });
}

function otherBaseline(theirs: ReportContract, ours: ReportContract): string {
  const names = theirs.name === ours.name ? "another version of" : `${theirs.name}, not for`;
  return `The baseline was written for ${names} ${ours.name}: findings with the same fingerprint count as known.`;
}
