import type { PlanOperation } from "@ittybit/contract";
import { examplesOf } from "./catalogue.js";
import type { Kitchen } from "./kitchen.js";
import { faults } from "./prefer.js";
import type { Exchanged } from "./record.js";

/** The page at `/__mock`: what can be called, how to choose the answer, and what was called last. */
export function mockPage(kitchen: Kitchen, last: readonly Exchanged[]): string {
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
<p>It answers as the contract says, from its examples. The header <code>Prefer</code> chooses another answer.</p>
<h2>Operations</h2>
<table>
<thead><tr><th scope="col">Call</th><th scope="col">Operation</th><th scope="col">Prefer: code=</th><th scope="col">Prefer: example=</th></tr></thead>
<tbody>
${kitchen.contract.operations.map((operation) => operationRow(kitchen, operation)).join("\n")}
</tbody>
</table>
<h2>What else Prefer takes</h2>
<ul>
<li><code>dynamic=true</code> makes an answer up from the schema; <code>seed=7</code> makes it the same each time.</li>
<li><code>delay=500</code> waits so many milliseconds.</li>
<li><code>fault=${faults.join("</code>, <code>fault=")}</code></li>
</ul>
<h2>Last requests</h2>
${last.length === 0 ? "<p>None yet.</p>" : requestTable(last)}
</main>
</body>
</html>
`;
}

function operationRow(kitchen: Kitchen, operation: PlanOperation): string {
  const responses = kitchen.catalogue(operation);
  const codes = responses.map(({ status }) => status);
  const names = responses.flatMap(examplesOf).map(({ name }) => name);
  return `<tr><td><code>${html(`${operation.method} ${operation.path}`)}</code></td><td>${html(operation.operationId)}</td><td>${list(codes)}</td><td>${list(names)}</td></tr>`;
}

function requestTable(last: readonly Exchanged[]): string {
  const rows = last.map(
    ({ method, path, status, milliseconds, findings }) =>
      `<tr><td><code>${html(`${method} ${path}`)}</code></td><td>${status}</td><td>${milliseconds.toFixed(1)}</td><td>${findings.map(html).join("<br>")}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Request</th><th scope="col">Status</th><th scope="col">ms</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function list(values: readonly string[]): string {
  return [...new Set(values)].map((value) => `<code>${html(value)}</code>`).join(" ");
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
