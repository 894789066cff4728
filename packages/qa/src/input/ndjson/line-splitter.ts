import { type Cutter, type Piece, PieceBuffer } from "../raw-record.js";

const newline = 10;

/** Cuts NDJSON into lines; blank lines count, but are no pieces. */
export class LineCutter implements Cutter {
  readonly #line = new PieceBuffer();
  #number = 1;

  push(chunk: Uint8Array): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      if (end > start) this.#line.add(chunk.subarray(start, end), true);
      pieces.push(...this.#take());
      this.#number += 1;
      start = end + 1;
    }
    if (start < chunk.length) this.#line.add(chunk.subarray(start));
    return pieces;
  }

  end(): Piece[] {
    return this.#take();
  }

  #take(): Piece[] {
    if (this.#line.isEmpty) return [];
    const piece = this.#line.take(this.#number);
    return piece.kind === "bytes" && piece.bytes.every(isSpace) ? [] : [piece];
  }
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}
