import { createReadStream } from "node:fs";
import { detectFormat, type Format, readers } from "./format.js";
import type { Piece } from "./piece.js";

/** A file of recorded traffic, or a stream of it. */
export interface Source {
  /** As it is called in messages. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Pieces of one source that were cut from the same chunk. */
export interface Cut {
  readonly format: Format;
  readonly pieces: readonly Piece[];
  /** Bytes read from this source so far. */
  readonly bytesRead: number;
}

/** Opens a file; it is read as it is used. */
export function openFile(name: string): Source {
  return { name, bytes: createReadStream(name, { highWaterMark: 256 * 1024 }) };
}

/**
 * Cuts a source into entries or lines as it comes.
 *
 * @param asked null: told by the first bytes
 */
export async function* readSource({ bytes }: Source, asked: Format | null): AsyncGenerator<Cut> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await firstBytes(chunks);
  const format = asked ?? detectFormat(first);
  const cutter = readers[format].cutter();
  let bytesRead = 0;
  for (let chunk: Uint8Array | null = withoutMark(first); chunk !== null; ) {
    bytesRead += chunk.length;
    const pieces = cutter.push(chunk);
    if (pieces.length > 0) yield { format, pieces, bytesRead };
    const next = await chunks.next();
    chunk = next.done ? null : next.value;
  }
  yield { format, pieces: cutter.end(), bytesRead };
}

/** Enough bytes to tell the format; a pipe may hand over fewer at first. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < 64) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
    if (next.value.includes(10)) break;
  }
  return Buffer.concat(parts);
}

/** Some tools on Windows put a byte order mark in front. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
