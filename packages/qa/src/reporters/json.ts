import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import { type Baseline, compareWithBaseline } from "../report/baseline.js";
import { portable } from "../report/broken-record.js";
import type { Report, ReportBaseline, ReportFinding } from "../report/report.js";
import type { ReporterOptions } from "./reporter.js";

/** The report itself, as JSON. `merge` and `--baseline` read this form. With a baseline, `baseline` compares with it. */
export function json(report: Report, { baseline }: ReporterOptions = {}): string {
  const written = { ...report, broken: report.broken.map(portable) };
  const compared = baseline === undefined ? written : { ...written, baseline: comparison(report, baseline) };
  return `${escapeInvisibleJson(JSON.stringify(compared, null, 2))}\n`;
}

function comparison(report: Report, baseline: Baseline): ReportBaseline {
  const { fresh, known, gone } = compareWithBaseline(report, baseline);
  const fingerprints = (findings: readonly ReportFinding[]) => findings.map(({ fingerprint }) => fingerprint);
  return { new: fingerprints(fresh), known: fingerprints(known), gone };
}
