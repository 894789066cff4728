import { Coverage } from "../coverage/coverage.js";
import { UsageError } from "../usage-error.js";
import { mergeOrigins } from "./origin.js";
import type { Report } from "./report.js";
import { ReportBuilder } from "./report-builder.js";

/**
 * Merges reports of parts of the traffic into the report of the whole, byte for byte.
 *
 * @param counts exchanges that none of the reports counts: skipped, or delivered again
 * @throws UsageError without reports, or when they are about different contracts or belong to different runs
 *
 * @example
 * ```ts
 * import { merge } from "@ittybit/qa";
 * import type { Report } from "@ittybit/qa";
 *
 * const whole = (shards: Report[]) => merge(shards).exchanges.checked;
 * ```
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
  const origin = mergeOrigins(reports.map((report) => report.origin));
  const merged = builder.report();
  return origin === undefined ? merged : { ...merged, origin };
}
