import type { FileSource } from "./file-source.js";

/** How much of a request body has been sent. */
export interface Progress {
  /** In bytes, of the whole body. */
  readonly loaded: number;
  /** In bytes; undefined when a stream does not say its size. */
  readonly total: number | undefined;
}

/** A part of a form: its name and its text or file. */
export type Part = readonly [name: string, value: string | FileSource];

/** A `multipart/form-data` body (RFC 7578) that can be sent as a stream or as a `FormData`. */
export interface Multipart {
  readonly contentType: string;
  /** In bytes; undefined when a file does not say its size. */
  readonly size: number | undefined;
  /** Whether it can be sent more than once. */
  readonly again: boolean;
  stream(onProgress?: (progress: Progress) => void): ReadableStream<Uint8Array>;
  form(): Promise<FormData>;
}

/** The body of these parts, in their order, in the bytes that a browser would send. */
export function multipart(parts: readonly Part[]): Multipart {
  const boundary = `----ittybit${crypto.randomUUID().replaceAll("-", "")}`;
  const pieces: (Uint8Array | FileSource)[] = parts.flatMap(([name, value]) =>
    typeof value === "string"
      ? [bytes(`${head(boundary, name)}\r\n\r\n${crlf(value)}\r\n`)]
      : [
          bytes(
            `${head(boundary, name)}; filename="${quoted(value.filename)}"\r\nContent-Type: ${value.type}\r\n\r\n`,
          ),
          value,
          bytes("\r\n"),
        ],
  );
  pieces.push(bytes(`--${boundary}--\r\n`));
  const sizes = pieces.map((piece) => ("byteLength" in piece ? piece.byteLength : piece.size));
  const size = sizes.some((each) => each === undefined)
    ? undefined
    : sizes.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    size,
    again: pieces.every((piece) => "byteLength" in piece || piece.again),
    stream: (onProgress) => pulled(counted(pieces, size, onProgress)),
    form: async () => {
      const form = new FormData();
      for (const [name, value] of parts) {
        if (typeof value === "string") form.append(name, value);
        else form.append(name, await blobOf(value), value.filename);
      }
      return form;
    },
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const crlf = (text: string): string => text.replace(/\r\n?|\n/g, "\r\n");
/** As the HTML Standard says of names in multipart/form-data ("multipart/form-data encoding algorithm"). */
const quoted = (name: string): string =>
  name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
const head = (boundary: string, name: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(crlf(name))}"`;

async function* counted(
  pieces: readonly (Uint8Array | FileSource)[],
  total: number | undefined,
  onProgress: ((progress: Progress) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  let loaded = 0;
  for (const piece of pieces) {
    for await (const chunk of "byteLength" in piece ? [piece] : chunks(piece)) {
      yield chunk;
      loaded += chunk.byteLength;
      onProgress?.({ loaded, total });
    }
  }
}

/** A body that is shorter or longer than its announced length would break the connection without a word. */
async function* chunks(source: FileSource): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunked(source.open())) {
    const piece = typeof chunk === "string" ? bytes(chunk) : chunk;
    read += piece.byteLength;
    if (read > (source.size ?? read)) break;
    yield piece;
  }
  if (read !== (source.size ?? read)) {
    throw new RangeError(
      `"${source.filename}" has ${read > (source.size ?? 0) ? "more" : "less"} than its ${source.size} bytes`,
    );
  }
}

function chunked(opened: ReturnType<FileSource["open"]>): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (opened instanceof Blob) return opened.stream() as AsyncIterable<Uint8Array>;
  return ArrayBuffer.isView(opened) ? slices(opened) : opened;
}

function* slices(view: Uint8Array, size = 65_536): Generator<Uint8Array> {
  for (let start = 0; start < view.byteLength; start += size) yield view.subarray(start, start + size);
}

/** Reads only what is asked for, so that no more than a chunk is in memory. */
const pulled = (source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await source.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );

async function blobOf(source: FileSource): Promise<Blob> {
  const opened = source.open();
  if (ArrayBuffer.isView(opened)) return new Blob([opened], source);
  const blob =
    opened instanceof Blob ? opened : await new Response(opened as unknown as ReadableStream).blob();
  return blob.slice(0, blob.size, source.type);
}
