import { createHash, type Hash } from "node:crypto";

/** Longest entry or line that is read, in bytes. Longer ones are reported as unreadable. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** Hexadecimal digits of a fingerprint. */
const FINGERPRINT_DIGITS = 16;

/** Where a message stands in its queue. */
export interface MessagePosition {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** The bytes of one entry, line or message, or why they cannot be read. */
export type RawRecord =
  | {
      readonly kind: "bytes";
      readonly number: number;
      readonly bytes: Uint8Array;
      readonly position?: MessagePosition;
    }
  | BrokenRawRecord;

export interface BrokenRawRecord {
  readonly kind: "broken";
  readonly number: number;
  readonly problem: string;
  /** Of the bytes of a line, see {@link fingerprintOf}. */
  readonly fingerprint?: string;
  readonly position?: MessagePosition;
  /** The source ends within the record: it may be complete when it is read again. @default false */
  readonly isCutOff?: boolean;
}

/** Names a record by the hash of its bytes, so that the name is the same in whichever file it is. */
export function fingerprintOf(bytes: Uint8Array): string {
  return digestOf(createHash("sha256").update(bytes));
}

/** The first bytes of a record as text, a character for each byte. */
export function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString("latin1");
}

function digestOf(hash: Hash): string {
  return hash.digest("hex").slice(0, FINGERPRINT_DIGITS);
}

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
  /** Of a record that is too long. */
  #hash: Hash | null = null;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** @param isLast the record ends here, so that the bytes need no copy */
  add(bytes: Uint8Array, isLast = false): void {
    this.#size += bytes.length;
    if (this.#size <= MAX_RECORD_BYTES) this.#chunks.push(isLast ? bytes : new Uint8Array(bytes));
    else this.#hashOnly(bytes);
  }

  /** Returns the record and empties the buffer. */
  take(number: number): RawRecord {
    const [chunks, size, hash] = [this.#chunks, this.#size, this.#hash];
    this.#chunks = [];
    this.#size = 0;
    this.#hash = null;
    if (hash !== null) {
      const problem = `is longer than ${MAX_RECORD_BYTES} bytes`;
      return { kind: "broken", number, problem, fingerprint: digestOf(hash) };
    }
    const [only] = chunks;
    return { kind: "bytes", number, bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks, size) };
  }

  #hashOnly(bytes: Uint8Array): void {
    this.#hash ??= createHash("sha256");
    for (const chunk of this.#chunks.splice(0)) this.#hash.update(chunk);
    this.#hash.update(bytes);
  }
}
