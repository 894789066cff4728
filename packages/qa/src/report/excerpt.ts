import { type Finding, type HeaderPair, headerValues, resolvePointer } from "@ittybit/contract";
import { unescapePointerToken } from "@ittybit/contract/json-pointer";
import type { CheckedExchange } from "../checker/check-record.js";
import type { RedactText } from "../redaction/redact-text.js";
import type { IsSecretName } from "../redaction/secret-name.js";
import { memberLines } from "./member-lines.js";
import type { ExcerptLine } from "./report.js";

/** Longest line, in characters: fits a terminal of 80 columns with room for a margin. */
const MAX_LINE_LENGTH = 70;

/** What is redacted of a line before it is cut, in characters. A secret may not show by being cut. */
const MAX_REDACTED_LENGTH = 2_000;

/** The place in a message that a finding is about, with what stands around it: a few lines, without secrets. */
export function createExcerpt(
  finding: Finding,
  exchange: CheckedExchange,
  clean: RedactText,
  isSecret: IsSecretName,
): ExcerptLine[] {
  return linesOf(finding, exchange, isSecret).map(({ text, isFault }) => {
    const whole = text.length > MAX_REDACTED_LENGTH ? `${text.slice(0, MAX_REDACTED_LENGTH)}…` : text;
    return { text: cut(clean(whole)), isFault };
  });
}

function cut(text: string): string {
  if (text.length <= MAX_LINE_LENGTH) return text;
  return `${text.slice(0, MAX_LINE_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function linesOf(
  finding: Finding,
  { record, report }: CheckedExchange,
  isSecret: IsSecretName,
): ExcerptLine[] {
  const { at, direction } = finding;
  const { request, response } = record.exchange;
  const message = direction === "request" ? request : response;
  switch (at.in) {
    case "url":
    case "path":
    case "method":
      return [fault(`${request.method} ${request.url}`)];
    case "query":
      return queryLines(request.url, at.name);
    case "status":
      return [fault(`HTTP ${response.status}`), ...contentType(response.headers), ...bodyStart(message.body)];
    case "media-type":
      return [
        fault(contentType(message.headers)[0]?.text ?? "Content-Type is missing"),
        ...bodyStart(message.body),
      ];
    case "header":
      return headerLines(message.headers, at.name ?? "", isSecret);
    case "cookie":
      return [];
    case "body": {
      const { value } = report[direction].body;
      return value === undefined ? bodyStart(message.body, true) : bodyLines(finding, value, isSecret);
    }
    default:
      return at.in satisfies never;
  }
}

const fault = (text: string): ExcerptLine => ({ text, isFault: true });
const around = (text: string): ExcerptLine => ({ text, isFault: false });

function contentType(headers: readonly HeaderPair[]): ExcerptLine[] {
  return headerValues(headers, "content-type").map((value) => around(`Content-Type: ${value}`));
}

/** The beginning of a text that was not read as data. */
function bodyStart(body: CheckedExchange["record"]["exchange"]["response"]["body"], isFault = false) {
  if (!(body instanceof Uint8Array) || body.length === 0) return [];
  const text = new TextDecoder().decode(body.subarray(0, MAX_REDACTED_LENGTH));
  const [line = ""] = text.trimStart().split(/[\r\n]/);
  const isBinary = /[\p{Cc}\ufffd]/u.test(line.slice(0, MAX_LINE_LENGTH));
  return [{ text: isBinary ? `${body.length} bytes` : line, isFault }];
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

function headerLines(headers: readonly HeaderPair[], name: string, isSecret: IsSecretName): ExcerptLine[] {
  const lines = headers.map(([header, value]) => ({
    text: `${header}: ${isSecret(header) ? "REDACTED" : value}`,
    isFault: header.toLowerCase() === name.toLowerCase(),
  }));
  return lines.some(({ isFault }) => isFault) ? near(lines) : [missing(name)];
}

function missing(name: string | null): ExcerptLine {
  return fault(`${name ?? "it"} is missing`);
}

/** The faulty lines, and the one before and after each. */
function near(lines: readonly ExcerptLine[]): ExcerptLine[] {
  return lines
    .filter((_, index) => [index - 1, index, index + 1].some((at) => lines[at]?.isFault))
    .slice(0, 7);
}

function bodyLines(finding: Finding, value: unknown, isSecret: IsSecretName): ExcerptLine[] {
  const { pointer, name } = finding.at;
  const property = "property" in finding ? finding.property : null;
  const root = name === null || pointer.startsWith(`/${name}`) ? pointer : `/${name}${pointer}`;
  if (property !== null) return memberLines(resolvePointer(value, root), root, property, isSecret);
  const at = root.lastIndexOf("/");
  const parent = at === -1 ? "" : root.slice(0, at);
  const key = unescapePointerToken(root.slice(at + 1));
  return at === -1
    ? memberLines(value, "", null, isSecret)
    : memberLines(resolvePointer(value, parent), parent, key, isSecret);
}
