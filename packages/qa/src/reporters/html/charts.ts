import type { Severity } from "@ittybit/contract";
import { severities } from "@ittybit/contract/findings";
import type { Report, ReportFinding } from "../../report/report.js";
import { byOperation } from "../summary.js";
import { grouped, plural } from "../wording.js";
import { element, escapeHtml } from "./element.js";
import { faultKindOf, faultKinds } from "./findings.js";

/** Number of operations in the chart. The rest is one row. */
const barsShown = 12;

/** A stacked bar without text; the numbers are beside it. */
export function bar(parts: readonly { readonly share: number; readonly role: string }[]): string {
  let start = 0;
  const pieces = parts.map(({ share, role }) => {
    const piece = element("rect", { class: role, x: round(start), width: round(share), height: 10 });
    start += share;
    return piece;
  });
  const view = { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", class: "bar" };
  return element("svg", view, element("rect", { class: "track", width: 100, height: 10 }), ...pieces);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Findings by operation and by category. */
export function chartsSection({ findings }: Report): string {
  if (findings.length === 0) return "";
  const operations = [...byOperation(findings)].sort(([, a], [, b]) => b.length - a.length);
  const most = operations[0]?.[1].length ?? 1;
  const rest = operations.slice(barsShown);
  const restCount = rest.reduce((sum, [, { length }]) => sum + length, 0);
  const note =
    restCount === 0
      ? ""
      : `<p>${plural(restCount, "finding")} in ${plural(rest.length, "more operation")}.</p>`;
  const bySeverity = operations.slice(0, barsShown).map(([name, list]) => severityRow(name, list, most));
  return `<div class="charts">
${chart("Findings by operation", ["Operation", "Share", "Findings"], bySeverity)}${note}
${chart("Findings by category", ["Category", "Share", "Findings"], kindRows(findings))}
</div>`;
}

function severityRow(name: string, findings: readonly ReportFinding[], most: number): string[] {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const parts = severities.map((severity) => ({ share: (100 * count(severity)) / most, role: severity }));
  return [escapeHtml(name), bar(parts), grouped(findings.length)];
}

function kindRows(findings: readonly ReportFinding[]): string[][] {
  return Object.entries(faultKinds).flatMap(([kind, words]) => {
    const count = findings.filter((finding) => faultKindOf(finding) === kind).length;
    return count === 0
      ? []
      : [[words, bar([{ share: (100 * count) / findings.length, role: kind }]), grouped(count)]];
  });
}

/** A table whose middle column holds a bar. */
export function chart(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const body = rows.map(([name = "", picture = "", number = ""]) => {
    return `<tr><th scope="row">${name}</th><td class="picture">${picture}</td><td class="number">${number}</td></tr>`;
  });
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  return `<table class="chart"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}
