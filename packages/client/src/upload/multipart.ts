import { type FileSource, isReplayable, type Part, type Upload } from "./body.js";
import { readChunks } from "./chunks.js";
import { onlyForward, type Progress } from "./progress.js";

/** Bytes of the framing, or a file between them. */
type Segment = Uint8Array<ArrayBuffer> | FileSource;

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Creates an upload for Node, Bun and Deno: a `multipart/form-data` body (RFC 7578) that is read while it is sent,
 * byte for byte what a browser would send. Node's fetch keeps a copy of a whole body for redirects unless redirects
 * are an error and there is no window; with both set, an upload of any size takes little memory.
 */
export function multipartUpload(parts: readonly Part[]): Upload {
  const boundary = `----ittybit${crypto.randomUUID().replaceAll("-", "")}`;
  const pieces = [...parts.flatMap((part) => piecesOf(boundary, part)), encode(`--${boundary}--\r\n`)];
  const total = sum(pieces.map((piece) => (ArrayBuffer.isView(piece) ? piece.byteLength : piece.size)));
  let report: ReturnType<typeof onlyForward> | undefined;
  return {
    replayable: isReplayable(parts),
    async send(request, { fetch = globalThis.fetch, onProgress, idleTimeout }) {
      report ??= onlyForward(onProgress);
      const chunks = await openAll(pieces, request.signal, idleTimeout);
      const body = pull(readAll(chunks, total, report), request.signal);
      const length = total === undefined ? {} : { "content-length": String(total) };
      const type = `multipart/form-data; boundary=${boundary}`;
      const headers = { ...request.headers, "content-type": type, ...length };
      const init = {
        ...request,
        headers,
        body: body.stream,
        duplex: "half",
        redirect: "error",
        window: null,
      };
      return fetch(request.url, init as RequestInit).catch((error) => {
        throw body.failure() ?? error;
      });
    },
  };
}

function piecesOf(boundary: string, [name, value]: Part): Segment[] {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeQuotes(name)}"`;
  if (typeof value === "string") return [encode(`${head}\r\n\r\n${value}\r\n`)];
  const fileHead = `${head}; filename="${escapeQuotes(value.filename)}"\r\nContent-Type: ${value.type}\r\n\r\n`;
  return [encode(fileHead), value, encode("\r\n")];
}

/** Escapes as the HTML Standard says ("multipart/form-data encoding algorithm"). */
const escapeQuotes = (name: string): string => name.replace(/[\r\n"]/g, encodeURIComponent);

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Undefined when one of them is. */
const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce((total, size) => (total === undefined || size === undefined ? undefined : total + size), 0);

/**
 * Opens the files of a body. The first chunk of a stream that can be read only once is read already here, so that
 * nothing is sent of a stream that fails or has no bytes.
 */
async function openAll(
  pieces: readonly Segment[],
  signal: AbortSignal,
  idleTimeout: number,
): Promise<Chunks[]> {
  return Promise.all(
    pieces.map(async (piece) => {
      if (ArrayBuffer.isView(piece)) return startingWith(piece);
      const chunks = readChunks(piece, signal, idleTimeout);
      signal.addEventListener("abort", () => void close(chunks));
      if (piece.replayable) return chunks;
      const { value } = await chunks.next();
      return startingWith(value || undefined, chunks);
    }),
  );
}

async function* startingWith(first: Uint8Array | undefined, rest: AsyncIterable<Uint8Array> | [] = []) {
  if (first) yield first;
  yield* rest;
}

const close = (chunks: AsyncGenerator): Promise<unknown> => chunks.return(undefined).catch(() => {});

async function* readAll(
  pieces: readonly AsyncIterable<Uint8Array>[],
  total: number | undefined,
  report: (progress: Progress) => void,
): AsyncGenerator<Uint8Array> {
  let loaded = 0;
  for (const chunks of pieces) {
    for await (const chunk of chunks) {
      yield chunk;
      loaded += chunk.byteLength;
      report({ loaded, total });
    }
  }
}

/**
 * Reads only on demand, so that no more than one chunk is in memory, and nothing after the signal aborts: Node's
 * fetch would read on to the end.
 */
function pull(source: AsyncGenerator<Uint8Array>, signal: AbortSignal) {
  let failure: unknown;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await source.next();
          signal.throwIfAborted();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
      cancel: () => void close(source),
    },
    { highWaterMark: 0 },
  );
  return { stream, failure: () => failure };
}
