import { InputError } from "../errors.js";
import { MAX_TIMER_MS } from "../request/deadline.js";
import { type Content, type FileSource, isBlob } from "./body.js";

/** How much of a byte array becomes one chunk. */
const CHUNK_BYTES = 65_536;

/** Reads one stream, and closes it in every ending. */
interface ChunkReader {
  read(): Promise<{ readonly done?: boolean | undefined; readonly value?: Uint8Array | string | undefined }>;
  close(): unknown;
}

/**
 * Reads a file chunk by chunk and closes it at its end, at an error, and when the signal aborts.
 *
 * @param idleTimeout the longest wait for a chunk, in milliseconds; 0 for no limit
 * @throws InputError when a stream that can be read only once has no bytes.
 */
export async function* readChunks(
  source: FileSource,
  signal: AbortSignal,
  idleTimeout: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { field, filename, size, replayable } = source;
  const reader = openReader(source.open());
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), signal, idleTimeout, filename);
      if (done) break;
      const chunk = typeof value === "string" ? new TextEncoder().encode(value) : (value as Uint8Array);
      length += chunk.byteLength;
      // A body longer or shorter than its announced length would break the connection without an error.
      if (size !== undefined && length > size)
        throw new RangeError(`"${filename}" has more than its ${size} bytes`);
      yield chunk as Uint8Array<ArrayBuffer>;
    }
  } finally {
    closeQuietly(reader);
  }
  if (length === 0 && !replayable && size !== 0)
    throw new InputError(field, "has no bytes: the stream is empty or was already read");
  if (length < (size ?? 0)) throw new RangeError(`"${filename}" has less than its ${size} bytes`);
}

function openReader(content: Content): ChunkReader {
  if (ArrayBuffer.isView(content)) return iterate(slices(content));
  if (isBlob(content) && !content.stream) return iterate(readByFileReader(content));
  const stream = isBlob(content) ? content.stream() : content;
  if (!("getReader" in stream)) return iterate(stream);
  const reader = stream.getReader();
  return { read: () => reader.read(), close: () => reader.cancel() };
}

function iterate(iterable: AsyncIterable<Uint8Array>): ChunkReader {
  const iterator = iterable[Symbol.asyncIterator]();
  return { read: () => iterator.next(), close: () => iterator.return?.() };
}

/** Reads a Blob of jsdom, which has no other way. */
async function* readByFileReader(blob: Blob): AsyncGenerator<Uint8Array> {
  const { FileReader } = globalThis as unknown as { FileReader: new () => BlobReader };
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
  yield* slices(new Uint8Array(reader.result));
}

/** The part of the DOM's `FileReader` that is used here. */
interface BlobReader {
  readonly result: ArrayBuffer;
  readonly error: unknown;
  onload: (event: unknown) => void;
  onerror: () => void;
  readAsArrayBuffer(blob: Blob): void;
}

async function* slices(view: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < view.byteLength; start += CHUNK_BYTES)
    yield view.subarray(start, start + CHUNK_BYTES);
}

/** The call has its outcome already: an error while a source closes is dropped. */
async function closeQuietly(reader: ChunkReader): Promise<void> {
  try {
    await reader.close();
  } catch {}
}

/** Settles like `promise`, but rejects when the signal aborts and after the idle timeout. */
function within<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  idleTimeout: number,
  filename: string,
): Promise<Value> {
  let end = () => {};
  const limit = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    const stalled = () =>
      reject(new DOMException(`"${filename}" had no bytes for ${idleTimeout} ms`, "TimeoutError"));
    const timer = idleTimeout && idleTimeout <= MAX_TIMER_MS ? setTimeout(stalled, idleTimeout) : undefined;
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    };
  });
  return Promise.race([limit, promise]).finally(end);
}
