import { escapeInvisible } from "@ittybit/contract/escape-invisible";
import { severities } from "@ittybit/contract/findings";
import { type Baseline, type BaselineComparison, compareWithBaseline } from "../report/baseline.js";
import { brokenPlace } from "../report/broken-record.js";
import type { Report, ReportFinding } from "../report/report.js";
import { type Paint, plain } from "./paint.js";
import type { ReporterOptions } from "./reporter.js";
import { byOperation, summary } from "./summary.js";
import { plural, times } from "./wording.js";
import { wrapCommand, wrapPointer, wrapText } from "./wrap.js";

/** Longest line, in columns. */
const LINE_WIDTH = 80;
const margin = "    ";

/** Number of unreadable records to list. */
const MAX_BROKEN_SHOWN = 20;

/** Number of findings that are gone to list. */
const MAX_GONE_SHOWN = 20;

/**
 * Text for a terminal: findings by operation, worst first. With a baseline, what is new comes first, what is known is
 * counted, and what is gone is listed.
 */
export function pretty(report: Report, { paint = plain, baseline }: ReporterOptions = {}): string {
  const comparison = compareWithBaseline(report, baseline);
  const groups = [...byOperation(comparison.fresh)].flatMap(([operation, findings]) => [
    `${heading(operation, findings, paint)}\n`,
    ...findings.map((finding) => block(finding, paint)),
  ]);
  const lines = [
    ...groups,
    ...known(comparison, paint),
    ...gone(comparison, paint),
    ...broken(report, paint),
    ...conclusion(report, comparison, { paint, baseline }),
  ];
  return `${lines.join("\n")}\n`;
}

function known({ known: findings }: BaselineComparison, paint: Paint): string[] {
  if (findings.length === 0) return [];
  const groups = [...byOperation(findings)].map(
    ([operation, ones]) => `  ${heading(operation, ones, paint)}`,
  );
  return [paint("heading", "Known from the baseline"), ...groups, ""];
}

function gone({ gone: findings }: BaselineComparison, paint: Paint): string[] {
  if (findings.length === 0) return [];
  const shown = findings
    .slice(0, MAX_GONE_SHOWN)
    .flatMap(({ operationId, message, fingerprint }) => [
      ...indented(escapeInvisible(`${operationId ?? "(no operation)"}: ${message}`), "  ", margin),
      paint("quiet", `${margin}${fingerprint}`),
    ]);
  const rest = findings.length - MAX_GONE_SHOWN;
  const more = rest > 0 ? [`  and ${rest} more`] : [];
  return [paint("heading", "Gone since the baseline"), ...shown, ...more, ""];
}

function heading(operation: string, findings: readonly ReportFinding[], paint: Paint): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [paint(severity, plural(count, severity === "info" ? "note" : severity))];
  });
  return `${paint("heading", escapeInvisible(operation))}  ${counts.join(", ")}`;
}

function block(finding: ReportFinding, paint: Paint): string {
  const { severity, message, inferred, allowed, example, count, fingerprint } = finding;
  const first = `${example.method} ${example.url} → ${example.status}`;
  const lines = [
    ...indented(escapeInvisible(message), `  ${severity}  `, " ".repeat(severity.length + 4)).map(
      (line, index) => (index === 0 ? line.replace(severity, paint(severity, severity)) : line),
    ),
    ...place(finding, paint),
    ...excerpt(finding, paint),
    ...(inferred === null ? [] : indented(escapeInvisible(`inferred: ${inferred}`), margin)),
    ...(allowed === null ? [] : indented(escapeInvisible(`allowed: ${allowed}`), margin)),
    ...indented(escapeInvisible(`seen ${times(count)}${count > 1 ? ", first" : ":"} ${first}`), margin),
    ...wrapCommand(escapeInvisible(example.curl), LINE_WIDTH - margin.length).map((line) => margin + line),
    paint("quiet", `${margin}${fingerprint}`),
    "",
  ];
  return lines.join("\n");
}

function place({ contract }: ReportFinding, paint: Paint): string[] {
  if (contract === null) return [];
  const { file, line, pointer } = contract;
  const source = file === null ? [] : [paint("place", escapeInvisible(`${file}:${line ?? 1}`))];
  const lines = wrapPointer(escapeInvisible(pointer), LINE_WIDTH - margin.length);
  return [...source, ...lines.map((line) => paint("quiet", line))].map((text) => margin + text);
}

function excerpt({ severity, excerpt: lines }: ReportFinding, paint: Paint): string[] {
  return lines.map(({ text, isFault }) => {
    return isFault
      ? `${margin}${paint(severity, `> ${escapeInvisible(text)}`)}`
      : `${margin}  ${escapeInvisible(text)}`;
  });
}

function indented(text: string, start: string, rest = start): string[] {
  return wrapText(text, LINE_WIDTH - rest.length).map((line, index) => (index === 0 ? start : rest) + line);
}

function broken(report: Report, paint: Paint): string[] {
  const lines = report.broken.slice(0, MAX_BROKEN_SHOWN).map((record) => {
    return escapeInvisible(`  ${brokenPlace(record)}: ${record.problem}`);
  });
  const rest = report.exchanges.broken - lines.length;
  if (lines.length === 0) return [];
  return [paint("error", "Unreadable"), ...lines, ...(rest > 0 ? [`  and ${rest} more`] : []), ""];
}

function conclusion(
  report: Report,
  { fresh }: BaselineComparison,
  { paint, baseline }: { readonly paint: Paint; readonly baseline: Baseline | undefined },
): string[] {
  const { checked } = report.exchanges;
  const isClean = checked > 0 && fresh.length === 0 && report.broken.length === 0;
  const [counted = "", found = "", ...rest] = summary(report, baseline).map((line) =>
    wrapText(line, LINE_WIDTH).join("\n"),
  );
  return [counted, isClean ? paint("good", found) : paint("heading", found), ...rest];
}
