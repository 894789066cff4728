import type { Report } from "../report/report.js";

/** The report as it is, as `schemas/report.schema.json` describes it. This form merges. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
