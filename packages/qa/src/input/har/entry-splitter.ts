import { type RawRecord, RecordBuffer, type RecordSplitter } from "../raw-record.js";

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];

/** Depth at which the items of `log.entries` stand: inside the root, `log` and the list. */
const itemDepth = 3;

/** A key longer than this is not one that is looked for. */
const longestKey = 64;

/** Cuts `log.entries` of a HAR file into entries without holding the file (HAR 1.2, `entries`). */
export class EntrySplitter implements RecordSplitter {
  readonly #entry = new RecordBuffer();
  readonly #keys = ["", "", ""];
  #depth = 0;
  #inString = false;
  /** The next byte of a string stands behind a backslash. */
  #isEscaped = false;
  #text = "";
  #isInEntries = false;
  #hasEntries = false;
  #isClosed = false;
  /** Number of the entry that is open or comes next. */
  #number = 1;

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
      : "is missing: the file has no log.entries";
    return [{ kind: "broken", number: this.#number, problem }];
  }

  /**
   * Nearly all of a file passes through here: one look at each byte, and no call. Returns where the list ends, or
   * the chunk.
   */
  #scanEntries(chunk: Uint8Array, from: number, records: RawRecord[]): number {
    let depth = this.#depth;
    let start = depth > itemDepth ? from : -1;
    let index = from;
    const end = chunk.length;
    while (index < end && depth >= itemDepth) {
      if (this.#inString) {
        index = this.#skipString(chunk, index);
        continue;
      }
      const byte = chunk[index++] as number;
      if (byte === quote) {
        // nearly all strings end in the chunk in which they begin
        const close = endOfString(chunk, index);
        if (close !== -1) index = close;
        else this.#inString = true;
      } else if (byte === openBrace || byte === openBracket) {
        if (depth++ === itemDepth) start = index - 1;
      } else if ((byte === closeBrace || byte === closeBracket) && --depth === itemDepth) {
        this.#entry.add(chunk.subarray(start, index), true);
        records.push(this.#entry.take(this.#number++));
        start = -1;
      }
    }
    if (start !== -1) this.#entry.add(chunk.subarray(start));
    this.#depth = depth;
    this.#isInEntries = depth >= itemDepth;
    return index;
  }

  /** Reads on in a string that an end of a chunk has cut. Returns where it ends, or the chunk. */
  #skipString(chunk: Uint8Array, from: number): number {
    let index = from;
    while (index < chunk.length && this.#inString) this.#readString(chunk[index++] as number);
    return index;
  }

  /** Follows the keys until the list of entries begins. Returns where that is, or the end of the chunk. */
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
    if (this.#depth < itemDepth && this.#text.length <= longestKey) this.#text += String.fromCharCode(byte);
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
        if (byte === openBracket && this.#depth === itemDepth) this.#enterList();
        break;
      case closeBrace:
      case closeBracket:
        this.#depth -= 1;
        if (this.#depth === 0) this.#isClosed = this.#hasEntries;
        break;
      case colon:
        if (this.#depth < itemDepth) this.#keys[this.#depth] = this.#text;
        break;
      case comma:
        if (this.#depth < itemDepth) this.#keys[this.#depth] = "";
        break;
      default:
    }
  }

  #enterList(): void {
    if (this.#keys[1] !== "log" || this.#keys[2] !== "entries") return;
    this.#isInEntries = true;
    this.#hasEntries = true;
  }
}

/** Where a string ends that goes on at `from`; -1 when that is not in this chunk. */
function endOfString(chunk: Uint8Array, from: number): number {
  for (let index = from; index < chunk.length; index++) {
    const byte = chunk[index];
    if (byte === quote) return index + 1;
    if (byte === backslash) index++;
  }
  return -1;
}
