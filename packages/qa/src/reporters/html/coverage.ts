import { type CoverageKind, coverageKinds, coverageShares, gaps } from "../../coverage/coverage-kind.js";
import type { Report } from "../../report/report.js";
import { grouped, plural } from "../wording.js";
import { bar, chart } from "./charts.js";
import { element, escapeHtml } from "./element.js";

const kindNames: Readonly<Record<CoverageKind, string>> = {
  operations: "Operations",
  statuses: "Statuses",
  mediaTypes: "Media types",
  parameters: "Parameters",
  headers: "Headers",
  properties: "Properties",
  values: "Values of sets",
  branches: "Alternatives",
  nulls: "Null and present",
  arrays: "Empty and filled lists",
};

/** How much of the contract the traffic covers, and what is missing. */
export function coverageSection(report: Report): string {
  const { coverage } = report;
  const rows = coverageShares(coverage)
    .filter(({ total }) => total > 0)
    .map(({ kind, covered, total }) => {
      const share = (100 * covered) / total;
      return [
        kindNames[kind],
        bar([{ share, role: "covered" }]),
        `${grouped(covered)} of ${grouped(total)}, ${Math.floor(share)} %`,
      ];
    });
  return `<section aria-labelledby="coverage">
<h2 id="coverage">Coverage</h2>
<p>What the traffic has used of the contract. What was never seen was not checked.</p>
${chart("Share of each part that was seen", ["Part", "Share", "Seen"], rows)}
${matrix(report)}
${hosts(report)}
<h3>Never seen</h3>
${coverageKinds.map((kind) => missing(report, kind)).join("\n")}
</section>`;
}

/** Operations in rows, statuses in columns: covered, not covered, or not documented. */
function matrix({ coverage }: Report): string {
  const cells = Object.entries(coverage.statuses).map(([name, hosts]) => {
    const at = name.lastIndexOf(" ");
    return { operation: name.slice(0, at), status: name.slice(at + 1), isSeen: hosts.length > 0 };
  });
  const [operations, statuses] = [unique(cells, "operation"), unique(cells, "status")];
  if (cells.length === 0) return "";
  const rows = operations.map((operation) => {
    const row = statuses.map((status) => {
      const cell = cells.find((one) => one.operation === operation && one.status === status);
      if (cell === undefined) return "<td></td>";
      return cell.isSeen ? '<td class="seen">seen</td>' : '<td class="never">never</td>';
    });
    return `<tr><th scope="row">${escapeHtml(operation)}</th>${row.join("")}</tr>`;
  });
  const heads = statuses.map((status) => element("th", { scope: "col" }, escapeHtml(status))).join("");
  return `<div class="wide" tabindex="0" role="region" aria-label="Statuses by operation"><table class="matrix"><caption>Statuses by operation; an empty cell is not in the contract</caption><thead><tr><th scope="col">Operation</th>${heads}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function unique<Name extends string>(cells: readonly Readonly<Record<Name, string>>[], name: Name): string[] {
  return [...new Set(cells.map((cell) => cell[name]))].sort();
}

function hosts({ coverage, elsewhere }: Report): string {
  const seen = Object.values(coverage.operations).flat();
  const total = Object.keys(coverage.operations).length;
  const names = [...new Set(seen)].sort();
  const rows = names.map((host) => {
    const count = seen.filter((name) => name === host).length;
    const words = `${count} of ${plural(total, "operation")}`;
    return [
      escapeHtml(host || "(not recorded)"),
      bar([{ share: (100 * count) / total, role: "covered" }]),
      words,
    ];
  });
  const others = elsewhere.map(
    ({ host, count }) => `<li>${escapeHtml(host)}: ${plural(count, "exchange")}</li>`,
  );
  const list =
    others.length === 0
      ? ""
      : `<details><summary>${plural(others.length, "host")} outside the contract</summary><ul>${others.join("")}</ul></details>`;
  return `${rows.length === 0 ? "" : chart("Operations seen, by host", ["Host", "Share", "Seen"], rows)}\n${list}`;
}

function missing({ coverage }: Report, kind: CoverageKind): string {
  const names = gaps(coverage, kind);
  if (names.length === 0) return "";
  const items = names.map((name) => `<li>${escapeHtml(name)}</li>`).join("");
  return `<details><summary>${kindNames[kind]}: ${grouped(names.length)}</summary><ul>${items}</ul></details>`;
}
