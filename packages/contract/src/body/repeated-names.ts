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
  // a member is written `"name":`, so a text without others has as many members as the value
  const hasOnlyMembers = countOf(text, '":') === countMembers(value, 0) && !SPACE_BEFORE_COLON.test(text);
  return hasOnlyMembers ? [] : findRepeated(text);
}

/** Nearly no program writes a space there. A text on one line without spaces after a quote is passed at once. */
const SPACE_BEFORE_COLON = /"\s+:/;

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
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
