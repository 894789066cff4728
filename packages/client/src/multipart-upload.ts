import type { FileSource } from "./file-source.js";
import { forwards, type Part, type Progress, replayable } from "./part.js";
import type { Upload } from "./transmit.js";

type Piece = Uint8Array | FileSource;

/**
 * An upload as Node, Bun and Deno do it best: a `multipart/form-data` body (RFC 7578) that is read while it is
 * sent, in the bytes that a browser would send. Node's fetch keeps a copy of a whole body for redirects unless it
 * may follow none and has no window to ask in; so an upload of any size stays in little memory, and a redirect
 * of it is an error.
 */
export function multipartUpload(parts: readonly Part[]): Upload {
  const boundary = `----ittybit${crypto.randomUUID().replaceAll("-", "")}`;
  const pieces = [...parts.flatMap((part) => piecesOf(boundary, part)), bytes(`--${boundary}--\r\n`)];
  const total = sum(pieces.map((piece) => (piece instanceof Uint8Array ? piece.byteLength : piece.size)));
  let tell: ReturnType<typeof forwards> | undefined;
  return {
    again: replayable(parts),
    send(request, fetch = globalThis.fetch, onProgress) {
      tell ??= forwards(onProgress);
      const body = pulled(read(pieces, total, tell), request.signal);
      const length = total === undefined ? {} : { "content-length": String(total) };
      const type = `multipart/form-data; boundary=${boundary}`;
      const headers = { ...request.headers, "content-type": type, ...length };
      const init = { ...request, headers, body, duplex: "half", redirect: "error", window: null };
      return fetch(request.url, init as RequestInit);
    },
  };
}

function piecesOf(boundary: string, [name, value]: Part): Piece[] {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(crlf(name))}"`;
  if (typeof value === "string") return [bytes(`${head}\r\n\r\n${crlf(value)}\r\n`)];
  const named = `${head}; filename="${quoted(value.filename)}"\r\nContent-Type: ${value.type}\r\n\r\n`;
  return [bytes(named), value, bytes("\r\n")];
}

/** As the HTML Standard has it ("multipart/form-data encoding algorithm"). */
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, "\r\n");
const quoted = (name: string): string => name.replace(/[\r\n"]/g, encodeURIComponent);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Undefined when one of them is. */
const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce((total, size) => (total === undefined || size === undefined ? undefined : total + size), 0);

async function* read(
  pieces: readonly Piece[],
  total: number | undefined,
  tell: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let loaded = 0;
  for (const piece of pieces) {
    for await (const chunk of piece instanceof Uint8Array ? [piece] : chunks(piece)) {
      yield chunk;
      loaded += chunk.byteLength;
      tell({ loaded, total });
    }
  }
}

/** A body that is shorter or longer than its announced length would break the connection without a word. */
async function* chunks(source: FileSource): AsyncGenerator<Uint8Array> {
  const { size = Infinity } = source;
  let length = 0;
  for await (const chunk of opened(source)) {
    const piece = typeof chunk === "string" ? bytes(chunk) : chunk;
    length += piece.byteLength;
    if (length > size) break;
    yield piece;
  }
  const fault = length > size ? "more" : length < (source.size ?? 0) ? "less" : undefined;
  if (fault) throw new RangeError(`"${source.filename}" has ${fault} than its ${size} bytes`);
}

function opened(source: FileSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const opened = source.open();
  if (opened instanceof Blob) return opened.stream() as AsyncIterable<Uint8Array>;
  return ArrayBuffer.isView(opened) ? slices(opened) : opened;
}

function* slices(view: Uint8Array, size = 65_536): Generator<Uint8Array> {
  for (let start = 0; start < view.byteLength; start += size) yield view.subarray(start, start + size);
}

/**
 * Reads only what is asked for, so that no more than a chunk is in memory, and nothing after the signal: Node's
 * fetch would read on to the end.
 */
function pulled(source: AsyncGenerator<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  // A source that fails to close has nobody left to tell.
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
