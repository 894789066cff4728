import { type Cutter, type Piece, PieceBuffer } from "../input/piece.js";

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];

/** Depth at which the items of `log.entries` stand: inside the root, `log` and the list. */
const itemDepth = 3;

/** A key longer than this is not one that is looked for. */
const longestKey = 64;

/** Cuts `log.entries` of a HAR file into entries without holding the file (HAR 1.2, `entries`). */
export class EntryCutter implements Cutter {
  readonly #entry = new PieceBuffer();
  readonly #keys = ["", "", ""];
  #depth = 0;
  #inString = false;
  /** Backslashes directly before the next byte. */
  #slashes = 0;
  #text = "";
  #isInEntries = false;
  #hasEntries = false;
  #isClosed = false;
  /** Number of the entry that is open or comes next. */
  #number = 1;

  push(chunk: Uint8Array): Piece[] {
    const pieces: Piece[] = [];
    let start = this.#isInside() ? 0 : -1;
    for (let index = 0; index < chunk.length; index++) {
      if (this.#inString) {
        index = this.#skipString(chunk, index);
        continue;
      }
      const byte = chunk[index] as number;
      const wasInside = this.#isInside();
      this.#structure(byte);
      if (!wasInside && this.#isInside()) start = index;
      if (wasInside && !this.#isInside()) {
        this.#entry.add(chunk.subarray(start, index + 1));
        pieces.push(this.#entry.take(this.#number++));
        start = -1;
      }
    }
    if (start !== -1) this.#entry.add(chunk.subarray(start));
    return pieces;
  }

  end(): Piece[] {
    if (this.#isClosed) return [];
    const problem = this.#hasEntries
      ? "is cut off: the file ends before its end"
      : "is missing: the file has no log.entries";
    return [{ kind: "broken", number: this.#number, problem }];
  }

  #isInside(): boolean {
    return this.#isInEntries && this.#depth > itemDepth;
  }

  #structure(byte: number): void {
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
        if (this.#depth < itemDepth) this.#isInEntries = false;
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

  /** Moves to the end of the string, or of the chunk. Returns the index of the last byte that is done. */
  #skipString(chunk: Uint8Array, from: number): number {
    let search = from;
    for (;;) {
      const end = chunk.indexOf(quote, search);
      const stop = end === -1 ? chunk.length : end;
      if (this.#depth < itemDepth && this.#text.length < longestKey) {
        this.#text += Buffer.from(chunk.subarray(search, stop)).toString("latin1");
      }
      const slashes = this.#slashesBefore(chunk, search, stop);
      if (end === -1) {
        this.#slashes = slashes;
        return chunk.length;
      }
      this.#slashes = 0;
      if (slashes % 2 === 0) {
        this.#inString = false;
        return end;
      }
      search = end + 1;
      if (search >= chunk.length) return end;
    }
  }

  #slashesBefore(chunk: Uint8Array, from: number, stop: number): number {
    let at = stop;
    while (at > from && chunk[at - 1] === backslash) at -= 1;
    return stop - at + (at === from ? this.#slashes : 0);
  }
}
