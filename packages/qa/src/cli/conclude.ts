import type { Report, ReportContract } from "../report/report.js";
import { type ExitCode, exitCode, missedCoverage, type Thresholds } from "../report/thresholds.js";
import type { CliContext } from "./cli-context.js";
import { writeReports } from "./deliver.js";
import type { ReportTarget } from "./report-options.js";

/** Writes the reports of a run, and says what its exit code is. */
export async function concludeRun(
  report: Report,
  { reports, thresholds }: { readonly reports: readonly ReportTarget[]; readonly thresholds: Thresholds },
  context: CliContext,
): Promise<ExitCode> {
  const { baselineContract } = thresholds;
  if (baselineContract !== null && baselineContract.digest !== report.contract.digest) {
    context.err(`ittybit-qa: ${otherBaseline(baselineContract, report.contract)}`);
  }
  const isDelivered = await writeReports(report, reports, context);
  for (const shortfall of missedCoverage(report, thresholds)) context.err(`ittybit-qa: ${shortfall}`);
  const code = exitCode(report, thresholds);
  return code === 0 && !isDelivered ? 2 : code;
}

function otherBaseline(theirs: ReportContract, ours: ReportContract): string {
  const names = theirs.name === ours.name ? "another version of" : `${theirs.name}, not for`;
  return `The baseline was written for ${names} ${ours.name}: what has the same fingerprint counts as known.`;
}
