import { joinPointer } from "../json-pointer.js";
import { endOfString, nameOf } from "./json-text.js";

/** A name that an object of a JSON text has several times. */
export interface RepeatedName {
  /** JSON pointer of the member. */
  readonly pointer: string;
  readonly times: number;
}

/**
 * Finds the names that objects of a JSON text repeat (RFC 8259, 4): parsers differ in which value they keep.
 *
 * @param value what `JSON.parse` made of the text, with the last of each
 */
export function repeatedNames(text: string, value: unknown): RepeatedName[] {
  // a text with as many names as the value has members repeats none
  return countNames(text) === countMembers(value, 0) ? [] : findRepeated(text);
}

/**
 * Counts the colons that follow a quote, which are those behind names and some inside strings. NaN if white space is between
 * the two, as nearly no program writes it.
 */
function countNames(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    const before = text.charCodeAt(colon - 1);
    if (before === QUOTE) count++;
    else if (before <= SPACE && text.charCodeAt(endOfText(text, colon)) === QUOTE) return Number.NaN;
  }
  return count;
}

const QUOTE = 0x22;

/** White space of JSON is not above it. */
const SPACE = 0x20;

/** Position of the last character before `end` that is not white space. */
function endOfText(text: string, end: number): number {
  let at = end - 1;
  while (text.charCodeAt(at) <= SPACE) at--;
  return at;
}

/** Deepest nesting that is counted. */
const MAX_COUNTED_DEPTH = 500;

function countMembers(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > MAX_COUNTED_DEPTH) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object") count += countMembers(item, depth + 1);
    return count;
  }
  for (const name in value) {
    count++;
    const member = (value as Record<string, unknown>)[name];
    if (typeof member === "object") count += countMembers(member, depth + 1);
  }
  return count;
}

/** An object or array that is open at a position of the text. */
interface OpenContainer {
  /** How often each name was seen; null in an array. */
  readonly names: Map<string, number> | null;
  /** Name or index of the current member. */
  step: string | number;
  isNameNext: boolean;
}

/** Reads a text that is known to be JSON. */
function findRepeated(text: string): RepeatedName[] {
  const found = new Map<string, number>();
  const open: OpenContainer[] = [];
  for (let at = 0; at < text.length; at++) {
    const top = open.at(-1);
    switch (text[at]) {
      case "{":
        open.push({ names: new Map(), step: "", isNameNext: true });
        break;
      case "[":
        open.push({ names: null, step: 0, isNameNext: false });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (typeof top?.step === "number") top.step++;
        else if (top) top.isNameNext = true;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (top?.isNameNext) enter(top, nameOf(text, at, end));
        at = end;
      }
    }
  }
  return [...found].map(([pointer, times]) => ({ pointer, times }));

  function enter(container: OpenContainer, name: string): void {
    const times = (container.names?.get(name) ?? 0) + 1;
    container.names?.set(name, times);
    container.step = name;
    container.isNameNext = false;
    if (times > 1) found.set(joinPointer("", ...open.map(({ step }) => step)), times);
  }
}
