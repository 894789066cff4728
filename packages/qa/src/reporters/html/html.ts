import { createHash } from "node:crypto";
import { compareWithBaseline } from "../../report/baseline.js";
import type { Report } from "../../report/report.js";
import type { ReporterOptions } from "../reporter.js";
import { inputProblems, summary } from "../summary.js";
import { grouped } from "../wording.js";
import { chartsSection } from "./charts.js";
import { coverageSection } from "./coverage.js";
import { element, escapeHtml } from "./element.js";
import { findingsSection } from "./findings.js";
import { countOf, createHeadline, headlineReason } from "./headline.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** Number of input problems to list. */
const MAX_FAULTS_SHOWN = 200;

/**
 * One page that needs nothing else: no script, style, font or picture of another host. Without JavaScript all of it
 * can be read; with it, findings can be searched.
 */
export function html(report: Report, { baseline }: ReporterOptions = {}): string {
  const comparison = compareWithBaseline(report, baseline);
  const { tone, sentence } = createHeadline(report, comparison);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(sentence)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<p class="product">Contract check</p>
<button type="button" id="theme" hidden>Dark</button>
</header>
<main id="main">
<section class="verdict ${tone}" aria-labelledby="verdict">
<h1 id="verdict">${escapeHtml(sentence)}</h1>
<p>${escapeHtml(headlineReason(report))}</p>
${numbers(report)}
</section>
${inputSection(report)}
${chartsSection(report)}
${findingsSection(report, comparison)}
${coverageSection(report)}
</main>
<footer>
${summary(report, baseline)
  .map((line) => element("p", {}, escapeHtml(line)))
  .join("\n")}
<p>Contract ${escapeHtml(report.contract.name)}, digest <code>${escapeHtml(report.contract.digest)}</code>. Secrets were removed before this page was written.</p>
</footer>
<script>${script}</script>
</body>
</html>
`;
}

/** Allows only our own script and style, by their hashes (CSP 3). */
const policy = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(script)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function numbers(report: Report): string {
  const cards = [
    [report.exchanges.checked, "exchange checked", "exchanges checked", ""],
    [countOf(report, "error"), "error", "errors", "error"],
    [countOf(report, "warning"), "warning", "warnings", "warning"],
    [countOf(report, "info"), "note", "notes", "info"],
  ] as const;
  const items = cards.map(([count, one, many, role]) => {
    const colour = count === 0 || role === "" ? "" : ` class="${role}"`;
    return `<li><strong${colour}>${grouped(count)}</strong> ${count === 1 ? one : many}</li>`;
  });
  return element("ul", { class: "numbers" }, ...items);
}

function inputSection(report: Report): string {
  const faults = inputProblems(report);
  if (faults.length === 0) return "";
  const items = faults.slice(0, MAX_FAULTS_SHOWN).map((text) => `<li>${escapeHtml(text)}</li>`);
  const rest = faults.length - items.length;
  const more = rest > 0 ? `<li>and ${grouped(rest)} more</li>` : "";
  return `<section aria-labelledby="input"><h2 id="input">Not checked</h2>\n<ul class="input">${items.join("")}${more}</ul></section>`;
}
