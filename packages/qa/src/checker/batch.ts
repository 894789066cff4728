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
  /** In order. The bytes of each begin where those of the one before end. */
  readonly records: readonly BatchedRecord[];
}

type BatchedRecord =
  | {
      readonly kind: "bytes";
      readonly number: number;
      readonly end: number;
      readonly position: MessagePosition | undefined;
    }
  | BrokenRawRecord;

/** Memory of a batch, in bytes. A larger record gets its own batch. */
export const BATCH_BYTES = 256 * 1024;

/** Collects records until its memory is full. */
export class BatchWriter {
  readonly #source: string;
  readonly #format: Format;
  readonly #bytes: Uint8Array<SharedArrayBuffer>;
  readonly #records: BatchedRecord[] = [];
  #end = 0;

  constructor({ source, format }: Omit<SourceRecords, "records">, memory: SharedArrayBuffer) {
    this.#source = source;
    this.#format = format;
    this.#bytes = new Uint8Array(memory);
  }

  get count(): number {
    return this.#records.length;
  }

  belongsTo({ source, format }: Omit<SourceRecords, "records">): boolean {
    return source === this.#source && format === this.#format;
  }

  hasRoomFor(record: RawRecord): boolean {
    return this.#records.length < 10_000 && this.#end + sizeOf(record) <= this.#bytes.length;
  }

  add(record: RawRecord): void {
    if (record.kind === "broken") {
      this.#records.push(record);
      return;
    }
    this.#bytes.set(record.bytes, this.#end);
    this.#end += record.bytes.length;
    const { number, position } = record;
    this.#records.push({ kind: "bytes", number, end: this.#end, position });
  }

  batch(): RecordBlock {
    const memory = this.#bytes.buffer;
    return { source: this.#source, format: this.#format, memory, records: this.#records };
  }
}

export function sizeOf(record: RawRecord): number {
  return record.kind === "bytes" ? record.bytes.length : 0;
}

/** Returns the records of a batch; their bytes are views of its memory. */
export function recordsOf({ source, format, memory, records }: RecordBlock): SourceRecords {
  let start = 0;
  const views = records.map((record): RawRecord => {
    if (record.kind === "broken") return record;
    const bytes = new Uint8Array(memory, start, record.end - start);
    start = record.end;
    const { number, position } = record;
    return position === undefined
      ? { kind: "bytes", number, bytes }
      : { kind: "bytes", number, bytes, position };
  });
  return { source, format, records: views };
}
