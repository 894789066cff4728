/** Longest entry or line that is read, in bytes. Longer ones are reported as unreadable. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** The bytes of one entry or line, or why they cannot be read. */
export type RawRecord =
  | { readonly kind: "bytes"; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: "broken"; readonly number: number; readonly problem: string };

/** Splits the bytes of a source into entries or lines as they arrive. */
export interface RecordSplitter {
  /** Returns the records that are complete. Their bytes may be views of `chunk`. */
  push(chunk: Uint8Array): RawRecord[];
  /** Returns what is left at the end of the source. */
  end(): RawRecord[];
}

/** Collects the bytes of one record over several chunks, up to the limit. */
export class RecordBuffer {
  #chunks: Uint8Array[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** @param isLast the record ends here, so that the bytes need no copy */
  add(bytes: Uint8Array, isLast = false): void {
    this.#size += bytes.length;
    if (this.#size <= MAX_RECORD_BYTES) this.#chunks.push(isLast ? bytes : new Uint8Array(bytes));
    else this.#chunks = [];
  }

  /** Returns the record and empties the buffer. */
  take(number: number): RawRecord {
    const [chunks, size] = [this.#chunks, this.#size];
    this.#chunks = [];
    this.#size = 0;
    if (size > MAX_RECORD_BYTES)
      return { kind: "broken", number, problem: `is longer than ${MAX_RECORD_BYTES} bytes` };
    const [only] = chunks;
    return { kind: "bytes", number, bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks, size) };
  }
}
