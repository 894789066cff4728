import type { Operation } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import { type DocumentedResponse, examplesOf } from "../document/documented-responses.js";
import { FAULTS } from "../request/prefer.js";
import type { HistoryEntry } from "./history.js";
import { escapeHtml } from "./html.js";
import { librarySection } from "./library-section.js";
import { scenarioSection } from "./scenario-section.js";

/** Renders the page at `/__mock`: the library, the scenario, the operations, the values of `Prefer`, and the last requests. */
export function renderPage(context: MockContext): string {
  const { contract, documentedResponses, history } = context;
  const { entries } = history;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mock: library, scenarios and last requests</title>
<style>
:root { color-scheme: light dark; --text: #1a1a1a; --quiet: #595959; --page: #fff; --raised: #f5f5f7; --line: #d3d3d8; --link: #0b57d0 }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --quiet: #a6a6ad; --page: #161618; --raised: #26262a; --line: #46464d; --link: #8ab4f8 } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: var(--text); background: var(--page) }
h2 { margin: 2.5rem 0 .75rem }
a { color: var(--link) }
table { border-collapse: collapse; width: 100%; margin-top: .5rem }
th { color: var(--quiet); font-size: .875rem; white-space: nowrap }
th, td { text-align: left; vertical-align: top; padding: .4rem 1.25rem .4rem 0; border-bottom: 1px solid var(--line) }
td { overflow-wrap: anywhere }
.short { white-space: nowrap; max-width: 14rem; overflow: hidden; text-overflow: ellipsis }
code { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
form { display: inline-block; margin: 0 .4rem .4rem 0 }
button, input { font: inherit; padding: .3rem .8rem; min-height: 2.25rem; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: .5rem }
button { cursor: pointer }
button:hover { border-color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
input { width: 5rem; box-sizing: border-box; background: var(--page) }
@media (max-width: 40rem) {
  body { margin: 1rem auto }
  thead { position: absolute; clip-path: inset(50%) }
  table, tbody { display: block }
  tr { display: flex; flex-wrap: wrap; gap: .1rem .75rem; border-bottom: 1px solid var(--line); padding: .5rem 0 }
  td { border: 0; padding: 0 }
  td:empty { display: none }
}
</style>
</head>
<body>
<main>
<h1>This is a mock</h1>
<p>It keeps what you create, update and delete. The <code>Prefer</code> header selects another response.</p>
${scenarioSection(context)}
${context.library === null ? "" : librarySection(context)}
<h2>Operations</h2>
<table>
<thead><tr><th scope="col">Call</th><th scope="col">Operation</th><th scope="col">Prefer: code=</th><th scope="col">Prefer: example=</th></tr></thead>
<tbody>
${contract.operations.map((operation) => operationRow(operation, documentedResponses(operation))).join("\n")}
</tbody>
</table>
<h2>Other values of Prefer</h2>
<ul>
<li><code>dynamic=true</code> generates a response from the schema; <code>seed=7</code> generates the same one each time.</li>
<li><code>delay=500</code> waits 500 milliseconds.</li>
<li><code>processing=failed</code> lets the processing of a new Media fail.</li>
<li><code>fault=${FAULTS.join("</code>, <code>fault=")}</code></li>
</ul>
<h2>Last requests</h2>
${entries.length === 0 ? "<p>None yet.</p>" : requestTable(entries)}
</main>
</body>
</html>
`;
}

function operationRow(operation: Operation, responses: readonly DocumentedResponse[]): string {
  const statuses = responses.map(({ status }) => status);
  const names = responses.flatMap(examplesOf).map(({ name }) => name);
  return `<tr><td><code>${escapeHtml(`${operation.method} ${operation.path}`)}</code></td><td>${escapeHtml(operation.operationId)}</td><td>${codes(statuses)}</td><td>${codes(names)}</td></tr>`;
}

function requestTable(entries: readonly HistoryEntry[]): string {
  const rows = entries.map(
    ({ method, path, status, milliseconds, findings }) =>
      `<tr><td><code>${escapeHtml(`${method} ${path}`)}</code></td><td class="short">${status}</td><td class="short">${milliseconds.toFixed(1)} ms</td><td>${findings.map(escapeHtml).join("<br>")}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Time</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function codes(values: readonly string[]): string {
  return [...new Set(values)].map((value) => `<code>${escapeHtml(value)}</code>`).join(" ");
}
