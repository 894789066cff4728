import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** First bytes of a gzip file (RFC 1952, 2.3.1). */
const MAGIC = [0x1f, 0x8b] as const;

/**
 * Decompresses gzip in constant memory; passes anything else through.
 *
 * @param bytes may reuse the memory of a chunk when the next one is requested
 */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  const start = await firstChunk(chunks);
  if (start === null) return;
  if (start[0] !== MAGIC[0] || start[1] !== MAGIC[1]) {
    yield start;
    yield* rest(chunks);
    return;
  }
  yield* pipeline(Readable.from(copies(start, chunks)), createGunzip(), () => {});
}

/** The first chunk, of two bytes at least if there are as many: a pipe may deliver one. */
async function firstChunk(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  const { done, value } = await chunks.next();
  if (done) return null;
  if (value.length > 1) return value;
  const copy = new Uint8Array(value);
  const next = await firstChunk(chunks);
  return next === null ? copy : Buffer.concat([copy, next]);
}

async function* rest(chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

/** Copies, because a stream reads ahead. */
async function* copies(start: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(start);
  for await (const chunk of rest(chunks)) yield new Uint8Array(chunk);
}
