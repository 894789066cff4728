import { type RawRecord, RecordBuffer, type RecordSplitter } from "../raw-record.js";

const newline = 10;

/** Splits NDJSON into lines. Blank lines are counted, but are not records. */
export class LineSplitter implements RecordSplitter {
  readonly #line = new RecordBuffer();
  #number = 1;

  push(chunk: Uint8Array): RawRecord[] {
    const records: RawRecord[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      if (end > start) this.#line.add(chunk.subarray(start, end), true);
      records.push(...this.#take());
      this.#number += 1;
      start = end + 1;
    }
    if (start < chunk.length) this.#line.add(chunk.subarray(start));
    return records;
  }

  end(): RawRecord[] {
    return this.#take();
  }

  #take(): RawRecord[] {
    if (this.#line.isEmpty) return [];
    const record = this.#line.take(this.#number);
    return record.kind === "bytes" && record.bytes.every(isSpace) ? [] : [record];
  }
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}
