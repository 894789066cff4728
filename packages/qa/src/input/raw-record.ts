/** Longest entry or line that is read, in bytes. What is longer is reported, not kept in memory. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** The bytes of one entry or line, or why they cannot be had. */
export type RawRecord =
  | { readonly kind: "bytes"; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: "broken"; readonly number: number; readonly problem: string };

/** Takes the bytes of a source as they come and cuts them into entries or lines. */
export interface RecordSplitter {
  /** Pieces that became complete. Their bytes may be views of `chunk`. */
  push(chunk: Uint8Array): RawRecord[];
  /** What is left when there is no more. */
  end(): RawRecord[];
}

/** Collects one record over several chunks, up to the limit. */
export class RecordBuffer {
  #chunks: Uint8Array[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** @param isLast nothing comes after it, so that it need not be copied */
  add(bytes: Uint8Array, isLast = false): void {
    this.#size += bytes.length;
    if (this.#size <= MAX_RECORD_BYTES) this.#chunks.push(isLast ? bytes : new Uint8Array(bytes));
    else this.#chunks = [];
  }

  /** The record, and an empty buffer. */
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
