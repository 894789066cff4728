import { Anchors } from "./anchors.js";
import { LineCursor } from "./line-cursor.js";
import { type FlowLine, NodeLines } from "./node-lines.js";
import {
  blockValue,
  endOfFlow,
  endOfQuoted,
  flowValue,
  foldedPlainValue,
  leaveToParser,
  plainName,
  plainText,
  plainValue,
  quotedValue,
  UncommonYaml,
  withoutComment,
  withoutSpaces,
} from "./yaml-scalar.js";

/** Deeper nesting is left to the parser. */
const MAX_DEPTH = 200;

/** Longer keys are left to the parser (YAML 1.2, 7.4.2). */
const MAX_KEY_LENGTH = 1_000;

/** The header of a block scalar: how far it is indented, and whether its last line breaks count. */
const BLOCK_HEADER = /^[|>](?:([1-9])[-+]?|[-+]?)$/;

const ANCHOR = /^&([\w-]+)(?= |$)/;

/**
 * Reads YAML of the form that OpenAPI documents have: block collections, scalars of every style, flow collections on one
 * line. The parser makes a token of each word first, which takes ten times as long. Returns undefined for anything else,
 * faults included: that is left to the parser.
 */
export function readBlockYaml(text: string): unknown {
  try {
    return new BlockReader(text, null).read();
  } catch (error) {
    if (error instanceof UncommonYaml) return undefined;
    throw error;
  }
}

/**
 * Returns what finds the line of a node, or of the nearest one above it, in a text that {@link readBlockYaml} can read.
 *
 * @param flowLine finds lines in the text of a flow collection
 */
export function blockYamlLine(text: string, flowLine: FlowLine): (tokens: readonly string[]) => number {
  const lines = new NodeLines(flowLine);
  const root = new BlockReader(text, lines).read();
  return (tokens) => lines.lineOf(root, tokens);
}

/** Reads a text. What only needs its lines gets its keys, and empty scalars. */
class BlockReader {
  readonly #cursor: LineCursor;
  readonly #lines: NodeLines | null;
  #depth = 0;
  readonly #anchors = new Anchors();

  constructor(text: string, lines: NodeLines | null) {
    this.#cursor = new LineCursor(text);
    this.#lines = lines;
  }

  read(): unknown {
    const cursor = this.#cursor;
    if (/[\r\uFEFF]| $/.test(cursor.text)) leaveToParser();
    this.#advance();
    if (cursor.indent === 0 && withoutSpaces(cursor.content) === "---") this.#advance();
    const value = cursor.indent === 0 ? this.#node(-1) : leaveToParser();
    return cursor.isAtEnd ? value : leaveToParser();
  }

  #advance(): void {
    this.#cursor.nextContent();
    if (this.#cursor.text[this.#cursor.at] === "\t") leaveToParser();
  }

  /** The node that begins at the current position, inside of one at the column `parent`. */
  #node(parent: number): unknown {
    if (this.#isItem()) return this.#sequence();
    const colon = this.#colon();
    if (colon >= 0) return this.#mapping(colon);
    return parent < 0 ? leaveToParser() : this.#scalar(parent);
  }

  #isItem(): boolean {
    const { text, at } = this.#cursor;
    return text[at] === "-" && this.#cursor.isSpaced(at);
  }

  /** The colon behind the key at the current position; -1 if there is none. */
  #colon(): number {
    const { text, at } = this.#cursor;
    switch (text[at]) {
      case '"':
      case "'":
        return this.#colonBehindQuoted();
      case "[":
      case "{":
        return -1;
      default:
        return this.#colonBehindPlain();
    }
  }

  #colonBehindQuoted(): number {
    const { text, at, end } = this.#cursor;
    const behind = endOfQuoted(text, at);
    if (behind < 0 || behind > end) return -1;
    const colon = this.#cursor.skipSpaces(behind);
    return text[colon] === ":" && this.#cursor.isSpaced(colon) ? colon : -1;
  }

  #colonBehindPlain(): number {
    const { at, content } = this.#cursor;
    let colon = content.indexOf(":");
    while (colon >= 0 && !this.#cursor.isSpaced(at + colon)) colon = content.indexOf(":", colon + 1);
    if (colon < 0) return -1;
    const comment = content.indexOf(" #");
    return comment >= 0 && comment < colon ? -1 : at + colon;
  }

  /** @param firstColon behind the key at the current position */
  #mapping(firstColon: number): Record<string, unknown> {
    const cursor = this.#cursor;
    const indent = this.#enter();
    const map: Record<string, unknown> = {};
    for (let colon = firstColon; ; colon = this.#isItem() ? -1 : this.#colon()) {
      const name = this.#name(colon);
      if (Object.hasOwn(map, name)) leaveToParser();
      this.#lines?.add(map, name, cursor.line);
      map[name] = this.#valueOfMember(colon, indent);
      if (cursor.indent !== indent) break;
    }
    this.#leave(indent);
    return map;
  }

  #name(colon: number): string {
    const { text, at } = this.#cursor;
    if (colon < 0 || colon - at > MAX_KEY_LENGTH) leaveToParser();
    const key = withoutSpaces(text.slice(at, colon));
    const name = /^["']/.test(key) ? quotedValue(key) : plainName(plainText(key));
    return name === "__proto__" ? leaveToParser() : name;
  }

  #valueOfMember(colon: number, indent: number): unknown {
    const cursor = this.#cursor;
    this.#anchors.count(1);
    cursor.at = cursor.skipSpaces(colon + 1);
    const [, anchor] = cursor.text[cursor.at] === "&" ? (ANCHOR.exec(cursor.content) ?? []) : [];
    return anchor === undefined ? this.#value(indent) : this.#anchored(anchor, indent);
  }

  /** The value of a member whose anchor is at the current position. */
  #anchored(anchor: string, indent: number): unknown {
    this.#cursor.at = this.#cursor.skipSpaces(this.#cursor.at + anchor.length + 1);
    return this.#anchors.read(anchor, () => this.#value(indent));
  }

  /** The value of a member that begins at the current position, or on the lines below. */
  #value(indent: number): unknown {
    const cursor = this.#cursor;
    if (!cursor.isDone(cursor.at)) return this.#scalar(indent);
    this.#advance();
    if (cursor.indent > indent) return this.#node(indent);
    // a list needs no indentation of its own
    return cursor.indent === indent && this.#isItem() ? this.#sequence() : null;
  }

  #sequence(): unknown[] {
    const cursor = this.#cursor;
    const indent = this.#enter();
    const list: unknown[] = [];
    do {
      cursor.at = cursor.skipSpaces(cursor.at + 1);
      if (cursor.isDone(cursor.at)) this.#advance();
      if (cursor.indent <= indent) leaveToParser();
      this.#lines?.add(list, String(list.length), cursor.line);
      this.#anchors.count(1);
      list.push(this.#node(indent));
    } while (cursor.indent === indent && this.#isItem());
    this.#leave(indent);
    return list;
  }

  /** Returns the column of the collection that begins here. */
  #enter(): number {
    if (++this.#depth > MAX_DEPTH) leaveToParser();
    return this.#cursor.indent;
  }

  #leave(indent: number): void {
    this.#depth--;
    if (this.#cursor.indent > indent) leaveToParser();
  }

  /** A scalar, or a flow collection, at the current position. Moves to the next content behind it. */
  #scalar(parent: number): unknown {
    const { text, at } = this.#cursor;
    switch (text[at]) {
      case '"':
      case "'":
        return this.#quoted(parent);
      case "|":
      case ">":
        return this.#blockScalar(parent);
      case "[":
      case "{":
        return this.#flow(parent);
      case "*":
        return this.#alias();
      default:
        return this.#plain(parent);
    }
  }

  #quoted(parent: number): string {
    const cursor = this.#cursor;
    const start = cursor.at;
    const end = endOfQuoted(cursor.text, start);
    while (cursor.end < end) if (!cursor.nextLineIn(parent)) leaveToParser();
    if (end < 0 || !cursor.isDone(cursor.skipSpaces(end))) leaveToParser();
    this.#advance();
    return this.#lines === null ? quotedValue(cursor.text.slice(start, end)) : "";
  }

  #alias(): unknown {
    const value = this.#anchors.resolve(withoutComment(this.#cursor.content).slice(1));
    this.#advance();
    return value;
  }

  #flow(parent: number): unknown {
    const cursor = this.#cursor;
    const { line, at } = cursor;
    const end = endOfFlow(cursor.text, at);
    while (cursor.end < end) if (!cursor.nextLineIn(parent) && !this.#isClosing(end, parent)) leaveToParser();
    if (end < 0 || !cursor.isDone(cursor.skipSpaces(end))) leaveToParser();
    this.#advance();
    const source = cursor.text.slice(at, end);
    const value = flowValue(source);
    this.#anchors.count(source.length);
    this.#lines?.addFlow(value, { line, source });
    return value;
  }

  /** Moves to the last line of a flow collection if only its bracket is there, at the column of what is around it. */
  #isClosing(end: number, parent: number): boolean {
    return this.#cursor.nextLineIn(parent - 1) && this.#cursor.at === end - 1;
  }

  #plain(parent: number): unknown {
    const cursor = this.#cursor;
    const start = cursor.at;
    const first = plainText(withoutComment(cursor.content));
    const hasComment = cursor.content.includes(" #");
    let end = 0;
    while (!hasComment && cursor.nextLineIn(parent, "#")) {
      if (cursor.content.includes(" #")) leaveToParser();
      end = cursor.at + plainText(cursor.content).length;
    }
    this.#advance();
    if (this.#lines !== null) return "";
    return end === 0 ? plainValue(first) : foldedPlainValue(cursor.text.slice(start, end));
  }

  #blockScalar(parent: number): string {
    const cursor = this.#cursor;
    const header = withoutComment(cursor.content);
    const [, digit] = BLOCK_HEADER.exec(header) ?? leaveToParser();
    const from = cursor.end + 1;
    const least = digit === undefined ? parent : parent + Number(digit) - 1;
    if (cursor.nextLineIn(least)) {
      const column = digit === undefined ? cursor.indent - 1 : least;
      while (cursor.nextLineIn(column));
    }
    const source = cursor.text.slice(from, cursor.startOfNextLine());
    if (digit !== undefined && / \n*$/.test(source)) leaveToParser();
    this.#advance();
    return this.#lines === null ? blockValue(header, parent, source) : "";
  }
}
