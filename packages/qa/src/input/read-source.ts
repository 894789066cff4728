import { open } from "node:fs/promises";
import { detectFormat, type Format, readers, startOfText } from "./format.js";
import { gunzipped } from "./gunzip.js";
import { isK6Log, k6Exchanges } from "./k6/http-debug.js";
import { unreadableFormat } from "./named-formats.js";
import type { RawRecord } from "./raw-record.js";
import { BlockPool } from "./shared-block.js";
import { asUtf8, type Next } from "./utf16.js";

/** A file or stream of recorded traffic. */
export interface Source {
  /** Name in messages. */
  readonly name: string;
  /** Split it faster; if a record turns out not to be JSON, read it again without this. @default false */
  readonly isQuick?: boolean;
  /** Each chunk is consumed before the next one is requested, so its memory may be reused. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A source failed while it was read. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

/** Records of one source that ended in the same chunk. Their bytes may be views of it. */
export interface RecordBatch {
  readonly format: Format;
  readonly records: readonly RawRecord[];
  /** Bytes read from this source so far. */
  readonly bytesRead: number;
}

/** Large enough that reads are cheap, small enough to stay in the CPU cache. */
const CHUNK_BYTES = 1024 * 1024;

/** Room behind a chunk for the record that continues in it: then one message takes all records to a thread. */
const MARGIN_BYTES = 64 * 1024;

/** A file as a source. It is opened when it is read. */
export function openFile(name: string): Source {
  return { name, bytes: readAny(name) };
}

/** The bytes of a file; those of a HAR file for the trace of Playwright. */
async function* readAny(name: string): AsyncGenerator<Uint8Array> {
  if (!(await isZip(name))) yield* readFile(name);
  else yield* (await import("./playwright/trace-har.js")).traceAsHar(name);
}

async function isZip(name: string): Promise<boolean> {
  const file = await open(name);
  try {
    // a pipe is read once only
    if (!(await file.stat()).isFile()) return false;
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.equals(ZIP_MAGIC);
  } finally {
    await file.close();
  }
}

/** Signature of the first file in an archive (APPNOTE 4.3.7). */
const ZIP_MAGIC = Buffer.from("PK\u0003\u0004");

/** Reads one chunk ahead, into memory that threads can read: a record is not copied on its way to them. */
async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  const file = await open(name);
  const blocks = new BlockPool(CHUNK_BYTES + MARGIN_BYTES);
  const read = async () => {
    const block = blocks.take();
    const { bytesRead } = await file.read(block.bytes, 0, CHUNK_BYTES);
    return { block, bytesRead };
  };
  try {
    for (let ahead = read(); ; ) {
      const { block, bytesRead } = await ahead;
      if (bytesRead === 0) return;
      ahead = read();
      ahead.catch(() => {});
      yield block.filled(bytesRead);
      block.release();
    }
  } finally {
    await file.close();
  }
}

/**
 * Reads a source record by record.
 *
 * @param asked format of the source; null to detect it
 * @param signal ends the reading early, even while it waits for data
 * @throws SourceError when it cannot be read to its end
 */
export async function* readSource(
  { bytes, isQuick = false }: Source,
  asked: Format | null,
  signal: AbortSignal,
): AsyncGenerator<RecordBatch> {
  const reading = new AbortController();
  try {
    const counted = new CountedBytes(bytes);
    const next = asUtf8(readerOf(gunzipped(counted), signal, reading.signal));
    const first = withoutMark(await firstBytes(next, asked));
    assertReadable(first);
    const format = asked ?? detectFormat(first) ?? "ndjson";
    const splitter = readers[format].splitter(isQuick);
    for await (const chunk of chunksFrom(first, next)) {
      yield { format, records: splitter.push(chunk), bytesRead: counted.total };
    }
    if (!signal.aborted) yield { format, records: splitter.end(), bytesRead: counted.total };
  } finally {
    // a run reads many sources under one signal
    reading.abort();
  }
}

/** Counts the bytes of a source as they are read, before they are decompressed. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  total = 0;
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#bytes) {
      this.total += chunk.length;
      yield chunk;
    }
  }
}

/** @throws SourceError for a format that is known, but cannot be read */
function assertReadable(start: Uint8Array): void {
  const problem = unreadableFormat(startOfText(start));
  if (problem !== null) throw new SourceError(problem);
}

/** All chunks, the first one included. A log of k6 is rewritten as NDJSON. */
function chunksFrom(first: Uint8Array, next: Next): AsyncIterable<Uint8Array> {
  const chunks = (async function* () {
    for (let chunk: Uint8Array | null = first; chunk !== null; chunk = await next()) yield chunk;
  })();
  return isK6Log(startOfText(first)) ? k6Exchanges(chunks) : chunks;
}

/** A function that returns chunk after chunk, then null. It returns null at once when the signal aborts, and listens to it
 * until `ended` aborts. */
function readerOf(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal, ended: AbortSignal): Next {
  const chunks = bytes[Symbol.asyncIterator]();
  let stop = () => {};
  signal.addEventListener("abort", () => stop(), { once: true, signal: ended });
  return () =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return resolve(null);
      stop = () => resolve(null);
      chunks.next().then(
        ({ done, value }) => resolve(done ? null : value),
        (error: Error) => reject(new SourceError(error.message, { cause: error })),
      );
    });
}

/** Reads enough bytes to detect the format and a byte order mark: the first chunk of a pipe may be shorter. */
async function firstBytes(next: Next, asked: Format | null): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array();
  while (bytes.length < 3 || (asked === null && detectFormat(bytes) === null)) {
    const chunk = await next();
    if (chunk === null) break;
    bytes = bytes.length === 0 ? Buffer.from(chunk) : Buffer.concat([bytes, chunk]);
  }
  return bytes;
}

/** Some tools on Windows write a byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
