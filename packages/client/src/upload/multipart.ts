import { type FileSource, isReplayable, type Part, type Upload } from "./body.js";
import { onlyForward, type Progress } from "./progress.js";

/** Bytes of the framing, or a file between them. */
type Piece = Uint8Array | FileSource;

/** How much of a byte array becomes one chunk of the body. */
const CHUNK_BYTES = 65_536;

/**
 * Creates an upload for Node, Bun and Deno: a `multipart/form-data` body (RFC 7578) that is read while it is sent,
 * byte for byte what a browser would send. Node's fetch keeps a copy of a whole body for redirects unless redirects
 * are an error and there is no window; with both set, an upload of any size takes little memory.
 */
export function multipartUpload(parts: readonly Part[]): Upload {
  const boundary = `----ittybit${crypto.randomUUID().replaceAll("-", "")}`;
  const pieces = [...parts.flatMap((part) => piecesOf(boundary, part)), encode(`--${boundary}--\r\n`)];
  const total = sum(pieces.map((piece) => (piece instanceof Uint8Array ? piece.byteLength : piece.size)));
  let report: ReturnType<typeof onlyForward> | undefined;
  return {
    replayable: isReplayable(parts),
    send(request, fetch = globalThis.fetch, onProgress) {
      report ??= onlyForward(onProgress);
      const body = streamOf(read(pieces, total, report), request.signal);
      const length = total === undefined ? {} : { "content-length": String(total) };
      const type = `multipart/form-data; boundary=${boundary}`;
      const headers = { ...request.headers, "content-type": type, ...length };
      const init = { ...request, headers, body, duplex: "half", redirect: "error", window: null };
      return fetch(request.url, init as RequestInit);
    },
  };
}

function piecesOf(boundary: string, [name, value]: Part): Piece[] {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeQuotes(crlf(name))}"`;
  if (typeof value === "string") return [encode(`${head}\r\n\r\n${crlf(value)}\r\n`)];
  const fileHead = `${head}; filename="${escapeQuotes(value.filename)}"\r\nContent-Type: ${value.type}\r\n\r\n`;
  return [encode(fileHead), value, encode("\r\n")];
}

/** Escapes as the HTML Standard says ("multipart/form-data encoding algorithm"). */
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, "\r\n");
const escapeQuotes = (name: string): string => name.replace(/[\r\n"]/g, encodeURIComponent);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Undefined when one of them is. */
const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce((total, size) => (total === undefined || size === undefined ? undefined : total + size), 0);

async function* read(
  pieces: readonly Piece[],
  total: number | undefined,
  report: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let loaded = 0;
  for (const piece of pieces) {
    for await (const chunk of piece instanceof Uint8Array ? [piece] : chunks(piece)) {
      yield chunk;
      loaded += chunk.byteLength;
      report({ loaded, total });
    }
  }
}

/** A body that is shorter or longer than its announced length would break the connection without an error. */
async function* chunks(source: FileSource): AsyncGenerator<Uint8Array> {
  const { size = Infinity } = source;
  let length = 0;
  for await (const chunk of open(source)) {
    const bytes = typeof chunk === "string" ? encode(chunk) : chunk;
    length += bytes.byteLength;
    if (length > size) break;
    yield bytes;
  }
  const difference = length > size ? "more" : length < (source.size ?? 0) ? "less" : undefined;
  if (difference) throw new RangeError(`"${source.filename}" has ${difference} than its ${size} bytes`);
}

function open(source: FileSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const content = source.open();
  if (content instanceof Blob) return content.stream() as AsyncIterable<Uint8Array>;
  return ArrayBuffer.isView(content) ? slices(content) : content;
}

function* slices(view: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < view.byteLength; start += CHUNK_BYTES)
    yield view.subarray(start, start + CHUNK_BYTES);
}

/**
 * Reads only on demand, so that no more than one chunk is in memory, and nothing after the signal aborts: Node's
 * fetch would read on to the end.
 */
function streamOf(source: AsyncGenerator<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  // The call has its outcome already: an error while the source closes is dropped.
  const cancel = async () => void (await source.return(undefined).catch(() => {}));
  signal.addEventListener("abort", cancel);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await source.next();
        signal.throwIfAborted();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
