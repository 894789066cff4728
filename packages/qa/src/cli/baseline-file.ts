import { type Baseline, compareWithBaseline, withoutGone } from "../report/baseline.js";
import type { Report } from "../report/report.js";
import { json } from "../reporters/json.js";
import { grouped, plural } from "../reporters/wording.js";
import type { CliContext } from "./cli-context.js";
import { writeReport } from "./report-file.js";
import { writeErrorReason } from "./write-error.js";

/**
 * Removes the findings that are gone from the file of a baseline, if that is asked for. A run that did not see all of
 * its traffic removes nothing. Returns false if the file cannot be written.
 */
export async function updateBaseline(
  baseline: Baseline,
  report: Report,
  isComplete: boolean,
  { err }: Pick<CliContext, "err">,
): Promise<boolean> {
  if (!baseline.isUpdated) return true;
  const { file } = baseline;
  const { checked, broken, skipped } = report.exchanges;
  if (!isComplete || checked === 0 || broken + skipped + report.findingsDropped > 0) {
    err(`ittybit-qa: ${file} is not updated, because the run is not complete.`);
    return true;
  }
  const { gone } = compareWithBaseline(report, baseline);
  if (gone.length === 0) {
    err(`ittybit-qa: ${file} is up to date: none of its findings is gone.`);
    return true;
  }
  try {
    const kept = withoutGone(baseline, gone);
    await writeReport(file, json(kept));
    err(
      `ittybit-qa: ${plural(gone.length, "finding")} removed from ${file}, ${grouped(kept.findings.length)} kept.`,
    );
    return true;
  } catch (error) {
    err(`ittybit-qa: the baseline ${file} cannot be written: ${writeErrorReason(error)}.`);
    return false;
  }
}
