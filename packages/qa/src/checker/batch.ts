import type { Format } from "../input/format.js";
import type { BrokenRawRecord, MessagePosition, RawRecord } from "../input/raw-record.js";
import type { SharedBlock } from "../input/shared-block.js";
import type { SourceRecords } from "./checker.js";

/** Records of one source in one block of shared memory. */
export interface RecordBlock {
  readonly source: string;
  readonly format: Format;
  readonly memory: SharedArrayBuffer;
  /**
   * Number, start and end of each record that has bytes: numbers are copied to a thread in a fraction of the time that
   * objects take.
   */
  readonly bounds: readonly number[];
  /** Position of each of these records. */
  readonly positions: readonly (MessagePosition | undefined)[];
  readonly broken: readonly BrokenRawRecord[];
}

/** Bytes of the records of a batch. A larger record gets its own batch. */
export const BATCH_BYTES = 256 * 1024;

/** Records of a batch, however short they are. */
const MAX_RECORDS = 10_000;

/** Numbers of a record in `bounds`. */
const BOUNDS_PER_RECORD = 3;

/** Collects records of one block until they are enough for a message. */
export class BatchWriter {
  readonly #source: string;
  readonly #format: Format;
  readonly #block: SharedBlock;
  readonly #bounds: number[] = [];
  readonly #positions: (MessagePosition | undefined)[] = [];
  readonly #broken: BrokenRawRecord[] = [];
  #size = 0;

  /** @param block is retained by the caller */
  constructor({ source, format }: Omit<SourceRecords, "records">, block: SharedBlock) {
    this.#source = source;
    this.#format = format;
    this.#block = block;
  }

  get block(): SharedBlock {
    return this.#block;
  }

  get count(): number {
    return this.#bounds.length / BOUNDS_PER_RECORD + this.#broken.length;
  }

  belongsTo({ source, format }: Omit<SourceRecords, "records">): boolean {
    return source === this.#source && format === this.#format;
  }

  hasRoomFor(record: RawRecord): boolean {
    if (this.count >= MAX_RECORDS) return false;
    if (record.kind === "broken") return true;
    return this.#size + record.bytes.length <= BATCH_BYTES && this.#block.hasRoomFor(record.bytes);
  }

  add(record: RawRecord): void {
    if (record.kind === "broken") {
      this.#broken.push(record);
      return;
    }
    const start = this.#block.place(record.bytes);
    this.#size += record.bytes.length;
    this.#bounds.push(record.number, start, start + record.bytes.length);
    this.#positions.push(record.position);
  }

  batch(): RecordBlock {
    return {
      source: this.#source,
      format: this.#format,
      memory: this.#block.memory,
      bounds: this.#bounds,
      positions: this.#positions,
      broken: this.#broken,
    };
  }
}

export function sizeOf(record: RawRecord): number {
  return record.kind === "bytes" ? record.bytes.length : 0;
}

/** Returns the records of a batch; their bytes are views of its memory. */
export function recordsOf({ source, format, memory, bounds, positions, broken }: RecordBlock): SourceRecords {
  const records: RawRecord[] = [...broken];
  for (let at = 0; at < bounds.length; at += BOUNDS_PER_RECORD) {
    const [number, start, end] = bounds.slice(at, at + BOUNDS_PER_RECORD) as [number, number, number];
    const bytes = new Uint8Array(memory, start, end - start);
    const position = positions[at / BOUNDS_PER_RECORD];
    records.push(
      position === undefined ? { kind: "bytes", number, bytes } : { kind: "bytes", number, bytes, position },
    );
  }
  return { source, format, records };
}
