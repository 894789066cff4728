import type { Format } from "../input/format.js";
import type { Piece } from "../input/raw-record.js";
import type { PiecesOf } from "./checker.js";

/** Pieces of one source in one block of memory, which can be handed from thread to thread without copying. */
export interface Batch {
  readonly source: string;
  readonly format: Format;
  readonly memory: ArrayBuffer;
  /** In order. Of those with bytes, each begins where the one before ends. */
  readonly pieces: readonly BatchedPiece[];
}

type BatchedPiece =
  | { readonly kind: "bytes"; readonly number: number; readonly end: number }
  | Extract<Piece, { kind: "broken" }>;

/** Memory of a batch, in bytes; a larger piece has a batch of its own. */
export const batchSize = 256 * 1024;

/** Takes pieces until its memory is full. */
export class BatchWriter {
  readonly #source: string;
  readonly #format: Format;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #pieces: BatchedPiece[] = [];
  #end = 0;

  constructor({ source, format }: Omit<PiecesOf, "pieces">, memory: ArrayBuffer) {
    this.#source = source;
    this.#format = format;
    this.#bytes = new Uint8Array(memory);
  }

  get count(): number {
    return this.#pieces.length;
  }

  belongsTo({ source, format }: Omit<PiecesOf, "pieces">): boolean {
    return source === this.#source && format === this.#format;
  }

  hasRoomFor(piece: Piece): boolean {
    return this.#pieces.length < 10_000 && this.#end + sizeOf(piece) <= this.#bytes.length;
  }

  add(piece: Piece): void {
    if (piece.kind === "broken") {
      this.#pieces.push(piece);
      return;
    }
    this.#bytes.set(piece.bytes, this.#end);
    this.#end += piece.bytes.length;
    this.#pieces.push({ kind: "bytes", number: piece.number, end: this.#end });
  }

  batch(): Batch {
    const memory = this.#bytes.buffer;
    return { source: this.#source, format: this.#format, memory, pieces: this.#pieces };
  }
}

export function sizeOf(piece: Piece): number {
  return piece.kind === "bytes" ? piece.bytes.length : 0;
}

/** The pieces of a batch again; their bytes are views of its memory. */
export function piecesOf({ source, format, memory, pieces }: Batch): PiecesOf {
  let start = 0;
  const views = pieces.map((piece): Piece => {
    if (piece.kind === "broken") return piece;
    const bytes = new Uint8Array(memory, start, piece.end - start);
    start = piece.end;
    return { kind: "bytes", number: piece.number, bytes };
  });
  return { source, format, pieces: views };
}
