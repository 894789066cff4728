import type { Report, ReportContract } from "../report/report.js";
import { coverageShortfalls, type Demands, type ExitCode, exitCode } from "../report/thresholds.js";
import type { World } from "./cli-context.js";
import { deliver } from "./deliver.js";
import type { ReportTarget } from "./report-options.js";

/** Writes the reports of a run, and says what its exit code is. */
export async function conclude(
  report: Report,
  { reports, demands }: { readonly reports: readonly ReportTarget[]; readonly demands: Demands },
  world: World,
): Promise<ExitCode> {
  const { knownFor } = demands;
  if (knownFor !== null && knownFor.digest !== report.contract.digest) {
    world.err(`ittybit-qa: ${otherBaseline(knownFor, report.contract)}`);
  }
  const isDelivered = await deliver(report, reports, world);
  for (const shortfall of coverageShortfalls(report, demands)) world.err(`ittybit-qa: ${shortfall}`);
  const code = exitCode(report, demands);
  return code === 0 && !isDelivered ? 2 : code;
}

function otherBaseline(theirs: ReportContract, ours: ReportContract): string {
  const names = theirs.name === ours.name ? "another version of" : `${theirs.name}, not for`;
  return `The baseline was written for ${names} ${ours.name}: what has the same fingerprint counts as known.`;
}
