import type { Body, Finding, HeaderPair } from "@ittybit/contract";
import { bytesOf, headerValues, isInMemory } from "@ittybit/contract/findings";
import { parsePointer, resolvePointer, unescapePointerToken } from "@ittybit/contract/json-pointer";
import { type ExchangeRedactor, REDACTED } from "@ittybit/contract/redaction";
import type { CheckedExchange } from "../checker/check-record.js";
import { memberLines } from "./member-lines.js";
import type { ExcerptLine } from "./report.js";

/** Longest line, in characters: fits a terminal of 80 columns with room for a margin. */
const MAX_LINE_LENGTH = 70;

/** Length of a value to which it is read, in characters. */
const MAX_VALUE_LENGTH = 2_000;

/** The exchange that an excerpt shows. */
interface ShownExchange extends CheckedExchange {
  /** The URL without secrets. */
  readonly url: string;
}

/** The lines of a message around a finding, without secrets. */
export function createExcerpt(
  finding: Finding,
  exchange: ShownExchange,
  redacted: ExchangeRedactor,
): ExcerptLine[] {
  return linesOf(finding, exchange, redacted).map(({ text, isFault }) => ({ text: cut(text), isFault }));
}

/** Whether a finding is about a value that is secret by its name, or by that of what holds it. */
export function isAtSecret({ at }: Finding, { isSecret }: ExchangeRedactor): boolean {
  return (
    parsePointer(at.pointer).some(isSecret) || (at.in !== "header" && at.name !== null && isSecret(at.name))
  );
}

function cut(text: string): string {
  if (text.length <= MAX_LINE_LENGTH) return text;
  return `${text.slice(0, MAX_LINE_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function linesOf(finding: Finding, exchange: ShownExchange, redacted: ExchangeRedactor): ExcerptLine[] {
  const { at, direction } = finding;
  const { request, response } = exchange.record.exchange;
  const message = direction === "request" ? request : response;
  switch (at.in) {
    case "url":
    case "path":
    case "method":
      return [fault(`${redacted.structure(request.method)} ${exchange.url}`)];
    case "query":
      return queryLines(exchange.url, at.name === null ? null : redacted.structure(at.name));
    case "status":
      return [
        fault(`HTTP ${response.status}`),
        ...contentType(response.headers, redacted),
        ...bodyStart(message.body, redacted),
      ];
    case "media-type":
      return [
        fault(contentType(message.headers, redacted)[0]?.text ?? "Content-Type is missing"),
        ...bodyStart(message.body, redacted),
      ];
    case "header":
      return headerLines(message.headers, at.name ?? "", redacted);
    case "cookie":
      return [];
    case "body": {
      const { value } = exchange.report[direction].body;
      return value === undefined
        ? bodyStart(message.body, redacted, true)
        : bodyLines(finding, value, redacted);
    }
    default:
      return at.in satisfies never;
  }
}

const fault = (text: string): ExcerptLine => ({ text, isFault: true });
const context = (text: string): ExcerptLine => ({ text, isFault: false });

function contentType(headers: readonly HeaderPair[], redacted: ExchangeRedactor): ExcerptLine[] {
  return headerValues(headers, "content-type").map((value) =>
    context(`Content-Type: ${redacted.value(shortened(value))}`),
  );
}

/** The beginning of a text that was not read as data. */
function bodyStart(body: Body, redacted: ExchangeRedactor, isFault = false): ExcerptLine[] {
  if (!isInMemory(body) || body.length === 0) return [];
  const text = new TextDecoder().decode(bytesOf(body).subarray(0, MAX_VALUE_LENGTH));
  const [start = ""] = text.trimStart().split(/[\r\n]/, 1);
  if (/[\p{Cc}\ufffd]/u.test(start.slice(0, MAX_LINE_LENGTH)))
    return [{ text: `${body.length} bytes`, isFault }];
  // a field of a form may be cut off by the end of its line
  const [line = ""] = redacted
    .value(body.length > MAX_VALUE_LENGTH ? `${text}…` : text)
    .trimStart()
    .split(/[\r\n]/, 1);
  return [{ text: line, isFault }];
}

/** The parameters of a query, one a line. */
function queryLines(url: string, name: string | null): ExcerptLine[] {
  const [, query = ""] = /\?([^#]*)/.exec(url) ?? [];
  const pairs = query === "" ? [] : query.split("&");
  const isNamed = (pair: string) => pair === name || pair.startsWith(`${name}=`);
  const lines = pairs.map((pair, index) => ({
    text: `${index === 0 ? "?" : "&"}${pair}`,
    isFault: isNamed(pair),
  }));
  return lines.some(({ isFault }) => isFault) ? near(lines) : [...lines.slice(0, 2), missing(name)];
}

function headerLines(
  headers: readonly HeaderPair[],
  name: string,
  redacted: ExchangeRedactor,
): ExcerptLine[] {
  const wanted = name.toLowerCase();
  const fields = headers.map((pair) => ({ pair, isFault: pair[0].toLowerCase() === wanted }));
  if (!fields.some(({ isFault }) => isFault)) return [missing(redacted.structure(name))];
  // Only the lines that are shown are redacted: a message may have thousands of fields, with a finding for each.
  return near(fields).map(({ pair: [header, value], isFault }) => ({
    text: `${redacted.structure(header)}: ${redacted.isSecret(header) ? REDACTED : redacted.value(shortened(value))}`,
    isFault,
  }));
}

function missing(name: string | null): ExcerptLine {
  return fault(`${name ?? "it"} is missing`);
}

/** The faulty lines, and the one before and after each. */
function near<Line extends { readonly isFault: boolean }>(lines: readonly Line[]): Line[] {
  return lines
    .filter((_, index) => [index - 1, index, index + 1].some((at) => lines[at]?.isFault))
    .slice(0, 7);
}

function bodyLines(finding: Finding, value: unknown, redacted: ExchangeRedactor): ExcerptLine[] {
  const { pointer, name } = finding.at;
  const property = "property" in finding ? finding.property : null;
  const root = name === null || pointer.startsWith(`/${name}`) ? pointer : `/${name}${pointer}`;
  if (property !== null) return memberLines(resolvePointer(value, root), root, property, redacted);
  const at = root.lastIndexOf("/");
  const parent = at === -1 ? "" : root.slice(0, at);
  const key = unescapePointerToken(root.slice(at + 1));
  return at === -1
    ? memberLines(value, "", null, redacted)
    : memberLines(resolvePointer(value, parent), parent, key, redacted);
}

/** A value cut to what is read of it. */
function shortened(text: string): string {
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
