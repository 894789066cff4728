import type { Report } from "../report/report.js";
import type { Thresholds } from "../report/thresholds.js";
import { colours } from "../reporters/paint.js";
import { reporters } from "../reporters/report-formats.js";
import type { ReporterOptions } from "../reporters/reporter.js";
import type { CliContext } from "./cli-context.js";
import { writeReport } from "./report-file.js";
import type { ReportTarget } from "./report-options.js";
import { writeErrorReason } from "./write-error.js";

/** Writes a report in each requested form. Returns false if any failed; a failure does not stop the others. */
export async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  { out, err, hasColours }: CliContext,
  options: ReporterOptions = {},
): Promise<boolean> {
  let isWritten = true;
  for (const { reporter, file } of targets) {
    try {
      if (file === null)
        await out(reporters[reporter](report, hasColours ? { ...options, paint: colours } : options));
      else await writeReport(file, reporters[reporter](report, options));
    } catch (error) {
      const name = file === null ? "on standard output" : file;
      err(`ittybit-qa: the report ${name} cannot be written: ${writeErrorReason(error)}.`);
      isWritten = false;
    }
  }
  return isWritten;
}

/** What reporters know of the baseline. */
export function baselineOptions({ baseline }: Thresholds): ReporterOptions {
  return baseline === null ? {} : { baseline };
}
