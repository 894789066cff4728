import { type RawRecord, RecordBuffer, type RecordSplitter } from "../raw-record.js";
import { LearnedSeparator } from "./learned-separator.js";

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];

/** Nesting depth of the items of `log.entries`: root, `log`, list. */
const ITEM_DEPTH = 3;

/** Longer keys need not be kept: they are no key of the list. */
const MAX_KEY_LENGTH = 64;

/** How to split a file. */
export interface EntrySplitterOptions {
  /** Search for a learned separator. Some record is not JSON then if an entry is cut at the wrong place. @default false */
  readonly isQuick?: boolean;
  /** Keys of the list, from the root. @default `log`, `entries` */
  readonly list?: readonly [string, string];
}

/**
 * Splits `log.entries` of a HAR 1.2 file into entries in constant memory. ADR 22 says why no JSON stream library does
 * this.
 */
export class EntrySplitter implements RecordSplitter {
  readonly #entry = new RecordBuffer();
  readonly #keys = ["", "", ""];
  #depth = 0;
  #inString = false;
  /** The next byte of the string is escaped. */
  #isEscaped = false;
  #text = "";
  #isInEntries = false;
  #hasEntries = false;
  #isClosed = false;
  /** Number of the current or next entry. */
  #number = 1;
  readonly #separator: LearnedSeparator | null;

  readonly #list: readonly [string, string];

  constructor({ isQuick = false, list = ["log", "entries"] }: EntrySplitterOptions = {}) {
    this.#list = list;
    this.#separator = isQuick ? new LearnedSeparator() : null;
  }

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = [];
    for (let index = 0; index < chunk.length; ) {
      index = this.#isInEntries ? this.#scanEntries(chunk, index, records) : this.#scanOutside(chunk, index);
    }
    return records;
  }

  end(): RawRecord[] {
    if (this.#isClosed) return [];
    const problem = this.#hasEntries
      ? "is cut off: the file ends before its end"
      : `is missing: the file has no ${this.#list.join(".")}`;
    return [{ kind: "broken", number: this.#number, problem, isCutOff: true }];
  }

  /**
   * Hot path: nearly every byte of a file passes through here. Returns the index at which the list or the chunk ends.
   */
  #scanEntries(chunk: Uint8Array, from: number, records: RawRecord[]): number {
    let depth = this.#depth;
    let start = depth > ITEM_DEPTH ? from : -1;
    let closed = -1;
    let index = from;
    const end = chunk.length;
    while (index < end && depth >= ITEM_DEPTH) {
      if (this.#inString) {
        index = this.#skipString(chunk, index);
        continue;
      }
      const byte = chunk[index++] as number;
      if (byte === quote) {
        // most strings end in the chunk in which they begin
        const close = endOfString(chunk, index);
        if (close !== -1) index = close;
        else this.#inString = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (depth++ === ITEM_DEPTH) {
          start = this.#takeQuickly(chunk, closed, index - 1, records);
          index = start + 1;
        }
      } else if ((byte === closeBrace || byte === closeBracket) && --depth === ITEM_DEPTH) {
        this.#entry.add(chunk.subarray(start, index), true);
        records.push(this.#entry.take(this.#number++));
        start = -1;
        closed = index - 1;
      }
    }
    if (start !== -1) this.#entry.add(chunk.subarray(start));
    this.#depth = depth;
    this.#isInEntries = depth >= ITEM_DEPTH;
    return index;
  }

  /**
   * Takes the entries that end at a separator.
   *
   * @param closed the brace that closed the entry before; -1 if it is in another chunk
   * @param start the brace that opens the entry
   * @returns where the first entry that is left starts
   */
  #takeQuickly(chunk: Uint8Array, closed: number, start: number, records: RawRecord[]): number {
    const separator = this.#separator;
    if (separator === null) return start;
    if (closed !== -1) separator.learn(chunk, closed, start);
    const searched = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = start;
    for (let found = separator.find(searched, from); found; found = separator.find(searched, from)) {
      records.push({ kind: "bytes", number: this.#number++, bytes: chunk.subarray(from, found.end) });
      from = found.next;
    }
    return from;
  }

  /** Continues a string from the previous chunk. Returns the index at which it or the chunk ends. */
  #skipString(chunk: Uint8Array, from: number): number {
    let index = from;
    while (index < chunk.length && this.#inString) this.#readString(chunk[index++] as number);
    return index;
  }

  /** Tracks keys until the list of entries begins. Returns that index, or the end of the chunk. */
  #scanOutside(chunk: Uint8Array, from: number): number {
    let index = from;
    while (index < chunk.length && !this.#isInEntries) {
      const byte = chunk[index++] as number;
      if (this.#inString) this.#readString(byte);
      else this.#readStructure(byte);
    }
    return index;
  }

  #readString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) {
      this.#inString = false;
      return;
    }
    if (this.#depth < ITEM_DEPTH && this.#text.length <= MAX_KEY_LENGTH)
      this.#text += String.fromCharCode(byte);
  }

  #readStructure(byte: number): void {
    switch (byte) {
      case quote:
        this.#inString = true;
        this.#text = "";
        break;
      case openBrace:
      case openBracket:
        this.#depth += 1;
        if (byte === openBracket && this.#depth === ITEM_DEPTH) this.#enterList();
        break;
      case closeBrace:
      case closeBracket:
        this.#depth -= 1;
        if (this.#depth === 0) this.#isClosed = this.#hasEntries;
        break;
      case colon:
        if (this.#depth < ITEM_DEPTH) this.#keys[this.#depth] = this.#text;
        break;
      case comma:
        if (this.#depth < ITEM_DEPTH) this.#keys[this.#depth] = "";
        break;
      default:
    }
  }

  #enterList(): void {
    if (this.#keys[1] !== this.#list[0] || this.#keys[2] !== this.#list[1]) return;
    this.#isInEntries = true;
    this.#hasEntries = true;
  }
}

/** Index behind the end of a string that continues at `from`; -1 if it ends in a later chunk. */
function endOfString(chunk: Uint8Array, from: number): number {
  for (let index = from; index < chunk.length; index++) {
    const byte = chunk[index];
    if (byte === quote) return index + 1;
    if (byte === backslash) index++;
  }
  return -1;
}
