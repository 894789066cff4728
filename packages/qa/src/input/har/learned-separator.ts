const [lineFeed, quote, openBrace] = [10, 34, 123];

/** Longest separator that is learned, in bytes. */
const MAX_LENGTH = 256;

/** A separator that misses this often is of no use. */
const MAX_MISSES = 8;

/**
 * What stands between two entries of an indented file: from the brace that closes one to the first key of the next. No
 * string can hold it, because it has a line break; and where lines are indented by their depth, nothing inside an entry
 * can equal it. A native search for it takes a fifth of the time of a scan.
 *
 * In a file that is indented otherwise, an entry may be cut at the wrong place. Then it is not JSON: an object ends at
 * one place only.
 */
export class LearnedSeparator {
  #bytes: Uint8Array | null = null;
  #misses = 0;

  /** Learns from two entries in one chunk. @param from the brace that closes one @param to the brace that opens the next */
  learn(chunk: Uint8Array, from: number, to: number): void {
    const bytes = chunk.subarray(from, chunk.indexOf(quote, to) + 1);
    if (this.#bytes !== null && Buffer.compare(bytes, this.#bytes) === 0) return;
    if (this.#bytes !== null) this.#misses += 1;
    this.#bytes = null;
    if (this.#misses > MAX_MISSES) return;
    if (bytes.length <= MAX_LENGTH && isIndented(bytes.subarray(1, -1))) this.#bytes = new Uint8Array(bytes);
  }

  /** Finds the end of an entry, and the start of the next. @param from a place in the entry */
  find(chunk: Buffer, from: number): { readonly end: number; readonly next: number } | null {
    if (this.#bytes === null) return null;
    const at = chunk.indexOf(this.#bytes, from);
    return at === -1 ? null : { end: at + 1, next: at + this.#bytes.indexOf(openBrace) };
  }
}

/** One comma and one opening brace, the rest is white space with a line break. */
function isIndented(bytes: Uint8Array): boolean {
  return /^\s*,\s*\{\s*$/.test(Buffer.from(bytes).toString("latin1")) && bytes.includes(lineFeed);
}
