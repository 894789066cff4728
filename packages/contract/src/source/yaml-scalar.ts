import { CST, isCollection, parseDocument } from "yaml";
import { repeatedNames } from "../body/repeated-names.js";

/** Thrown for YAML that {@link readBlockYaml} leaves to the parser. */
export class UncommonYaml extends Error {
  override readonly name = "UncommonYaml";
}

/** @throws UncommonYaml */
export function leaveToParser(): never {
  throw new UncommonYaml();
}

/** Characters that a plain scalar does not begin with (YAML 1.2, 7.3.3). The last three may, before another character. */
const INDICATOR = /^(?:$|[,[\]{}#&*!|>'"%@`]|[?:-](?:\s|$))/;

/** Plain scalars that may be a number, a boolean or null in the core schema (YAML 1.2, 10.3.2). */
const MAYBE_NO_STRING = /^[-+.\d~nNtTfF]/;

const INTEGER = /^[-+]?\d+$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const OTHER_NUMBER = /^(?:0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;

/** A line of a plain scalar without what is around it. */
export function plainText(line: string): string {
  const text = withoutSpaces(line);
  return text.includes("\t") || text.includes(": ") || text.endsWith(":") ? leaveToParser() : text;
}

/** What is on a line before a comment. Quotes are not looked at. */
export function withoutComment(line: string): string {
  const comment = line.indexOf(" #");
  return withoutSpaces(comment < 0 ? line : line.slice(0, comment));
}

export function withoutSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end--;
  return line.slice(0, end);
}

/** The value of a plain scalar on one line. */
export function plainValue(text: string): string | number | boolean | null {
  if (INDICATOR.test(text)) leaveToParser();
  if (!MAYBE_NO_STRING.test(text)) return text;
  if (INTEGER.test(text)) return Number.parseInt(text, 10);
  if (FLOAT.test(text)) return Number.parseFloat(text);
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return /^t/i.test(text);
  return OTHER_NUMBER.test(text) ? leaveToParser() : text;
}

/** The merge key, and what marks the begin and the end of a document. */
const NO_NAME = /^(?:<<$|---|\.\.\.)/;

/** The name that a plain scalar is as a key. */
export function plainName(text: string): string {
  const value = plainValue(text);
  return value === null || NO_NAME.test(text) ? leaveToParser() : String(value);
}

/** Where a quoted scalar ends, behind its quote; -1 when it does not. */
export function endOfQuoted(text: string, start: number): number {
  const quote = text[start] as string;
  let end = text.indexOf(quote, start + 1);
  if (quote === "'") {
    while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
    return end < 0 ? -1 : end + 1;
  }
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? -1 : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

/** The value of a quoted scalar, its quotes included. */
export function quotedValue(source: string): string {
  const isDouble = source.startsWith('"');
  const inner = source.slice(1, -1);
  const isVerbatim = !inner.includes("\n") && !inner.includes(isDouble ? "\\" : "'");
  return isVerbatim ? inner : flowScalar(isDouble ? "double-quoted-scalar" : "single-quoted-scalar", source);
}

/** The value of a plain scalar of several lines. */
export function foldedPlainValue(source: string): string {
  if (INDICATOR.test(source)) leaveToParser();
  return flowScalar("scalar", source);
}

function flowScalar(type: CST.FlowScalar["type"], source: string): string {
  return CST.resolveAsScalar({ type, offset: 0, indent: 0, source }, true, leaveToParser).value;
}

/**
 * The value of a block scalar (YAML 1.2, 8.1).
 *
 * @param header `|` or `>`, and what says how to read the lines
 * @param indent column of what is around it
 * @param source its lines
 */
export function blockValue(header: string, indent: number, source: string): string {
  const props: CST.Token[] = [{ type: "block-scalar-header", offset: 0, indent, source: header }];
  const token: CST.BlockScalar = { type: "block-scalar", offset: 0, indent, props, source };
  return CST.resolveAsScalar(token, true, leaveToParser).value;
}

/** Where a flow collection ends, behind its bracket; -1 when it does not. Brackets in plain scalars end it as well. */
export function endOfFlow(text: string, start: number): number {
  let depth = 0;
  let before = "";
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (character === "[" || character === "{") depth++;
    if ((character === "]" || character === "}") && --depth === 0) return at + 1;
    if ((character === '"' || character === "'") && OPENERS.has(before)) {
      at = endOfQuoted(text, at) - 1;
      if (at < 0) return -1;
    }
    if (character !== " " && character !== "\n") before = character;
  }
  return -1;
}

/** What stands before a quoted scalar in a flow collection. */
const OPENERS: ReadonlySet<string> = new Set(["[", "{", ",", ":"]);

const PLAIN_LIST = /^\[ *[A-Za-z_$][\w$./-]*(?: *, *[A-Za-z_$][\w$./-]*)* *\]$/;

/** The value of a flow collection. */
export function flowValue(source: string): unknown {
  if (source === "[]") return [];
  if (source === "{}") return {};
  if (PLAIN_LIST.test(source)) return plainList(source);
  if (source.includes("\t")) leaveToParser();
  return jsonValue(source) ?? parsedFlow(source);
}

function plainList(source: string): unknown[] {
  const items = source.slice(1, -1).split(",");
  return items.map((item) => plainValue(item.trim()));
}

/** Undefined for what is not JSON, or repeats a name. */
function jsonValue(source: string): unknown {
  if (!/^[[{]\s*["[{]/.test(source)) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return source.includes("__proto__") || repeatedNames(source, value).length > 0 ? undefined : value;
  } catch {
    return undefined;
  }
}

function parsedFlow(source: string): unknown {
  // aliases and what they name, tags, merge keys
  if (/[&*!]|<<|__proto__/.test(source)) leaveToParser();
  const parsed = parseDocument(source, { logLevel: "silent" });
  const { errors, contents } = parsed;
  const isWhole = isCollection(contents) && contents.flow === true && contents.range?.[1] === source.length;
  return errors.length > 0 || !isWhole ? leaveToParser() : parsed.toJS();
}
