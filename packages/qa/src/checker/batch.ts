import type { Format } from "../input/format.js";
import type { BrokenRawRecord, MessagePosition, RawRecord } from "../input/raw-record.js";
import type { SourceRecords } from "./checker.js";

/**
 * Records of one source in one block of shared memory. Shared, because to transfer memory there and back costs more than
 * to copy the records into it.
 */
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

/** Memory of a batch, in bytes. A larger record gets its own batch. */
export const BATCH_BYTES = 256 * 1024;

/** Records of a batch, however short they are. */
const MAX_RECORDS = 10_000;

/** Numbers of a record in `bounds`. */
const BOUNDS_PER_RECORD = 3;

/** Collects records until its memory is full. */
export class BatchWriter {
  readonly #source: string;
  readonly #format: Format;
  readonly #bytes: Uint8Array<SharedArrayBuffer>;
  readonly #bounds: number[] = [];
  readonly #positions: (MessagePosition | undefined)[] = [];
  readonly #broken: BrokenRawRecord[] = [];
  #end = 0;

  constructor({ source, format }: Omit<SourceRecords, "records">, memory: SharedArrayBuffer) {
    this.#source = source;
    this.#format = format;
    this.#bytes = new Uint8Array(memory);
  }

  get count(): number {
    return this.#bounds.length / BOUNDS_PER_RECORD + this.#broken.length;
  }

  belongsTo({ source, format }: Omit<SourceRecords, "records">): boolean {
    return source === this.#source && format === this.#format;
  }

  hasRoomFor(record: RawRecord): boolean {
    return this.count < MAX_RECORDS && this.#end + sizeOf(record) <= this.#bytes.length;
  }

  add(record: RawRecord): void {
    if (record.kind === "broken") {
      this.#broken.push(record);
      return;
    }
    const start = this.#end;
    this.#bytes.set(record.bytes, start);
    this.#end += record.bytes.length;
    this.#bounds.push(record.number, start, this.#end);
    this.#positions.push(record.position);
  }

  batch(): RecordBlock {
    return {
      source: this.#source,
      format: this.#format,
      memory: this.#bytes.buffer,
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
