import { coverageKinds, coverageShares, gaps } from "../../coverage/coverage-kind.js";
import type { Report, ReportFinding } from "../../report/report.js";
import { contractPlace } from "../contract-place.js";
import { summary } from "../summary.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** One page that needs nothing else: no script, style, font or picture of another host. */
export function html(report: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Does the API keep its contract?</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Does the API keep its contract?</h1>
${summary(report)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join("\n")}
${bars(report)}
<h2 id="findings">Findings</h2>
${filters(report)}
<p role="status" id="shown"></p>
<ol class="findings">
${report.findings.map(item).join("\n")}
</ol>
<h2>What was never looked at</h2>
${coverageKinds.map((kind) => missing(report, kind)).join("\n")}
${broken(report)}
</main>
<script>${script}</script>
</body>
</html>
`;
}

function bars({ coverage }: Report): string {
  const rows = coverageShares(coverage).filter(({ total }) => total > 0);
  const cells = rows.map(({ kind, covered, total }) => {
    const name = kindNames[kind];
    return `<tr><th scope="row">${name}</th><td><meter min="0" max="${total}" value="${covered}" aria-label="${name}">${covered}</meter></td><td>${covered} of ${total}</td></tr>`;
  });
  return `<h2>Coverage</h2>\n<table><thead><tr><th scope="col">Part</th><th scope="col">Share</th><th scope="col">Seen</th></tr></thead><tbody>\n${cells.join("\n")}\n</tbody></table>`;
}

const kindNames: Readonly<Record<(typeof coverageKinds)[number], string>> = {
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

function filters({ findings }: Report): string {
  const operations = [...new Set(findings.map(({ operationId }) => operationId ?? "(no operation)"))].sort();
  const options = operations.map((name) => `<option>${escapeHtml(name)}</option>`).join("");
  return `<form class="filters">
<label>Search <input type="search" id="search"></label>
<label>Severity <select id="severity"><option value="">all</option><option>error</option><option>warning</option><option>info</option></select></label>
<label>Operation <select id="operation"><option value="">all</option>${options}</select></label>
</form>`;
}

function item(finding: ReportFinding): string {
  const { severity, operationId, message, inferred, allowed, example, count, fingerprint } = finding;
  const rows = [
    ["Contract", contractPlace(finding)],
    ...(inferred === null ? [] : [["Inferred", inferred]]),
    ...(allowed === null ? [] : [["Allowed", allowed]]),
    ["Seen", `${count} ×, first ${example.method} ${example.url} → ${example.status}`],
    ["Again", example.curl],
    ["Id", fingerprint],
  ].map(([name = "", value = ""]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  const name = escapeHtml(operationId ?? "(no operation)");
  return `<li class="finding" data-severity="${severity}" data-operation="${name}"><h3><span class="${severity}">${severity}</span> ${name}</h3><p>${escapeHtml(message)}</p><dl>${rows.join("")}</dl></li>`;
}

function missing({ coverage }: Report, kind: (typeof coverageKinds)[number]): string {
  const names = gaps(coverage, kind);
  if (names.length === 0) return "";
  const items = names.map((name) => `<li>${escapeHtml(name)}</li>`).join("");
  return `<details><summary>${kindNames[kind]}: ${names.length}</summary><ul>${items}</ul></details>`;
}

function broken(report: Report): string {
  if (report.broken.length === 0) return "";
  const items = report.broken.map(({ source, number, problem }) => {
    return `<li>${escapeHtml(`${source}: ${number}: ${problem}`)}</li>`;
  });
  return `<h2>Not readable</h2>\n<ul>${items.join("")}</ul>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
