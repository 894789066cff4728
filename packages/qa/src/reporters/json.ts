import { escapeInvisibleJson } from "@ittybit/contract/escape-invisible";
import type { Report } from "../report/report.js";

/** The report itself, as JSON. `merge` and `--baseline` read this form. */
export function json(report: Report): string {
  return `${escapeInvisibleJson(JSON.stringify(report, null, 2))}\n`;
}
