import type { Operation } from "@ittybit/contract";
import { escapeInvisible } from "@ittybit/contract/escape-invisible";
import type { Media } from "@ittybit/openapi/types";
import type { MockContext } from "../context.js";
import { type DocumentedResponse, examplesOf } from "../document/documented-responses.js";
import { FAULTS } from "../request/prefer.js";
import { mediaOf } from "./control-api.js";
import type { HistoryEntry } from "./history.js";

/** Renders the page at `/__mock`: the operations, the values of `Prefer`, and the last requests. */
export function renderPage(context: MockContext): string {
  const { contract, documentedResponses, history } = context;
  const { entries } = history;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mock: operations and last requests</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc }
code { font: .9rem ui-monospace, monospace; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>This is a mock</h1>
<p>It keeps what you create, update and delete. The <code>Prefer</code> header selects another response.</p>
${context.library === null ? "" : librarySection(mediaOf(context))}
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

/** The newest media, and a button to start again. */
function librarySection(media: readonly Media[]): string {
  const rows = media
    .slice(-MAX_LISTED)
    .reverse()
    .map(({ id, kind, title, filename, status, deleted, urls }) => {
      const link = urls.playback === null ? "" : `<a href="${escapeHtml(urls.playback)}">file</a>`;
      const state = deleted === null ? status : "deleted";
      const cells = [`<code>${escapeHtml(id)}</code>`, kind, title ?? "", filename ?? "", state];
      const [first, ...rest] = cells as [string, ...string[]];
      return `<tr><td>${first}</td>${rest.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}<td>${link}</td></tr>`;
    });
  return `<h2>Library</h2>
<form method="post" action="/__mock/reset"><button>Reset to the seed</button></form>
<table>
<thead><tr><th scope="col">Id</th><th scope="col">Kind</th><th scope="col">Title</th><th scope="col">File name</th><th scope="col">Status</th><th scope="col">Plays</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p>${media.length} media, the newest ${Math.min(media.length, MAX_LISTED)} shown. <a href="/__mock/state">All as JSON</a></p>`;
}

const MAX_LISTED = 50;

function operationRow(operation: Operation, responses: readonly DocumentedResponse[]): string {
  const statuses = responses.map(({ status }) => status);
  const names = responses.flatMap(examplesOf).map(({ name }) => name);
  return `<tr><td><code>${escapeHtml(`${operation.method} ${operation.path}`)}</code></td><td>${escapeHtml(operation.operationId)}</td><td>${codes(statuses)}</td><td>${codes(names)}</td></tr>`;
}

function requestTable(entries: readonly HistoryEntry[]): string {
  const rows = entries.map(
    ({ method, path, status, milliseconds, findings }) =>
      `<tr><td><code>${escapeHtml(`${method} ${path}`)}</code></td><td>${status}</td><td>${milliseconds.toFixed(1)}</td><td>${findings.map(escapeHtml).join("<br>")}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Request</th><th scope="col">Status</th><th scope="col">ms</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function codes(values: readonly string[]): string {
  return [...new Set(values)].map((value) => `<code>${escapeHtml(value)}</code>`).join(" ");
}

function escapeHtml(text: string): string {
  return escapeInvisible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
