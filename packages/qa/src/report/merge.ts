import { Coverage } from "../coverage/coverage.js";
import { UsageError } from "../usage-error.js";
import type { Report } from "./report.js";
import { ReportBuilder } from "./report-builder.js";

/**
 * Joins reports of parts of the traffic: the same report, byte for byte, as one run over the whole.
 *
 * @param more exchanges that none of the reports tells of: not looked at, or delivered again
 * @throws UsageError when there is none, or they are about different contracts
 */
export function merge(reports: readonly Report[], { skipped = 0, duplicates = 0 } = {}): Report {
  const [first] = reports;
  if (first === undefined) throw new UsageError("There is no report to merge.");
  const builder = new ReportBuilder(first.contract, new Coverage(null, null));
  for (const report of reports) {
    const { name, digest } = report.contract;
    if (digest !== first.contract.digest) {
      throw new UsageError(`The reports are about different contracts: ${first.contract.name} and ${name}.`);
    }
    builder.addReport(report);
  }
  if (skipped > 0) builder.addSkipped(skipped);
  if (duplicates > 0) builder.addDuplicates(duplicates);
  return builder.report();
}
