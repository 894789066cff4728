import type { Severity } from "@ittybit/contract";
import { severities } from "@ittybit/contract/findings";
import type { BaselineComparison } from "../../report/baseline.js";
import type { ExcerptLine, Report, ReportFinding } from "../../report/report.js";
import { byOperation } from "../summary.js";
import { plural, times } from "../wording.js";
import { element, emptyElement, escapeHtml } from "./element.js";

/** Category of a finding, for people. */
export type FaultKind = "documented" | "inferred" | "drift" | "unchecked";

export const faultKinds: Readonly<Record<FaultKind, string>> = {
  documented: "Breaks a documented fact",
  inferred: "Breaks an inferred fact",
  drift: "Is not in the contract",
  unchecked: "Could not be checked",
};

export function faultKindOf({ category, inferred }: ReportFinding): FaultKind {
  if (category !== "violation") return category;
  return inferred === null ? "documented" : "inferred";
}

/** Host of the example exchange; "" if unknown. */
function hostOf({ example }: ReportFinding): string {
  return /^https?:\/\/([^/?#]*)/i.exec(example.url)?.[1]?.toLowerCase() ?? "";
}

/** The findings by operation, each an expandable row, below the filters. What a baseline lists is folded. */
export function findingsSection(report: Report, { fresh, known, gone }: BaselineComparison): string {
  if (report.findings.length + gone.length === 0) return "";
  const status = element("p", { role: "status", id: "shown" }, plural(report.findings.length, "finding"));
  return [
    '<section aria-labelledby="findings">',
    element("h2", { id: "findings" }, "Findings"),
    ...(report.findings.length === 0 ? [] : [filters(report), status]),
    ...groups(fresh),
    ...folded("known", "Known from the baseline", known, groups(known)),
    ...folded("gone", "Gone since the baseline", gone, [element("ul", {}, ...gone.map(goneItem))]),
    "</section>",
  ].join("\n");
}

function groups(findings: readonly ReportFinding[]): string[] {
  return [...byOperation(findings)].map(([operation, ones]) => group(operation, ones));
}

function folded(
  id: string,
  title: string,
  findings: readonly ReportFinding[],
  content: readonly string[],
): string[] {
  if (findings.length === 0) return [];
  const summary = element("summary", {}, `${title}: ${plural(findings.length, "finding")}`);
  return [element("details", { class: "baseline", id }, summary, ...content)];
}

function goneItem({ operationId, message, fingerprint }: ReportFinding): string {
  const name = operationId === null ? "" : `${operationId}: `;
  return element("li", {}, escapeHtml(`${name}${message}`), " ", code(fingerprint));
}

function filters({ findings }: Report): string {
  const kinds = Object.keys(faultKinds).filter((kind) => findings.some((one) => faultKindOf(one) === kind));
  const hosts = [...new Set(findings.map(hostOf))].filter((host) => host !== "");
  const search = emptyElement("input", { type: "search", id: "search", autocomplete: "off" });
  const fields = [
    field("search", "Search", search),
    selectFilter("severity", "Severity", severities),
    selectFilter("kind", "Category", kinds),
    selectFilter("operation", "Operation", [...byOperation(findings).keys()].sort()),
    selectFilter("host", "Host", hosts.sort()),
    element("button", { type: "button", id: "open-all" }, "Open all"),
    element("button", { type: "reset" }, "Clear"),
  ];
  const attributes = { class: "filters", id: "filters", "aria-label": "Filter the findings", hidden: "" };
  return element("form", attributes, ...fields);
}

function selectFilter(id: string, label: string, values: readonly string[]): string {
  const items = values.map((value) => element("option", { value }, escapeHtml(nameOf(value))));
  return field(id, label, element("select", { id }, element("option", { value: "" }, "All"), ...items));
}

function nameOf(value: string): string {
  return Object.hasOwn(faultKinds, value) ? faultKinds[value as FaultKind] : value;
}

function field(id: string, label: string, control: string): string {
  return element("div", { class: "field" }, element("label", { for: id }, label), control);
}

function group(operation: string, findings: readonly ReportFinding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [badge(severity, `${count}`)];
  });
  return [
    element(
      "section",
      { class: "group", "data-operation": operation },
      element("h3", {}, escapeHtml(operation), " ", ...counts),
      ...findings.map(item),
    ),
  ].join("\n");
}

function badge(severity: Severity, text = ""): string {
  const words = text === "" ? severity : plural(Number(text), severity === "info" ? "note" : severity);
  return element("span", { class: `badge ${severity}` }, words);
}

function item(finding: ReportFinding): string {
  const { severity, message, count, fingerprint } = finding;
  const attributes = {
    class: "finding",
    id: `f-${fingerprint}`,
    "data-severity": severity,
    "data-kind": faultKindOf(finding),
    "data-host": hostOf(finding),
  };
  const line = `${badge(severity)} ${element("span", { class: "message" }, escapeHtml(message))} ${element("span", { class: "count" }, times(count))}`;
  return `\n${element("details", attributes, element("summary", {}, line), detail(finding))}`;
}

function detail(finding: ReportFinding): string {
  const { inferred, allowed, example, fingerprint, contract } = finding;
  const source =
    contract === null
      ? []
      : [contract.file === null ? "" : `${contract.file}:${contract.line ?? 1}`, contract.pointer];
  const rows = [
    [
      "Contract",
      source
        .filter((text) => text !== "")
        .map(code)
        .join(" "),
    ],
    ["Sort", `${faultKinds[faultKindOf(finding)]}${inferred === null ? "" : `: ${escapeHtml(inferred)}`}`],
    ["Allowed", allowed === null ? "" : escapeHtml(allowed)],
    [
      "First seen",
      [example.started, example.id].flatMap((text) => (text === null ? [] : [escapeHtml(text)])).join(", "),
    ],
    ["Exchange", code(`${example.method} ${example.url} → ${example.status}`)],
    ["Id", element("a", { href: `#f-${fingerprint}` }, fingerprint)],
  ].filter(([, value]) => value !== "");
  return [
    excerpt(finding.excerpt),
    element(
      "dl",
      {},
      ...rows.map(([name = "", value = ""]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`),
    ),
    element(
      "pre",
      { class: "curl", tabindex: 0, "aria-label": "Command that sends the request again" },
      escapeHtml(example.curl),
    ),
  ].join("");
}

function code(text: string): string {
  return element("code", {}, escapeHtml(text));
}

function excerpt(lines: readonly ExcerptLine[]): string {
  if (lines.length === 0) return "";
  const shown = lines.map(({ text, isFault }) =>
    isFault ? element("mark", {}, escapeHtml(text)) : escapeHtml(text),
  );
  return element(
    "pre",
    { class: "excerpt", tabindex: 0, "aria-label": "The place in the message" },
    shown.join("\n"),
  );
}
