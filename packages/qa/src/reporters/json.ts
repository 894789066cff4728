import type { Report } from "../report/report.js";

/** The report as it is, the `Report` of this package. This form merges. */
export function json(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
