import { InputError } from "../errors.js";
import { isPlainObject } from "../request/validate.js";
import type { FileSource, OpenableFile } from "./body.js";
import { openPath } from "./fs.js";

/** Bytes to upload, or a stream of them. */
export type Bytes = Blob | Uint8Array | ReadableStream | AsyncIterable<Uint8Array>;

/**
 * A file to upload: its bytes, or where they are and what is known about them.
 *
 * @example
 * ```ts
 * import { createClient, type FileInput } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const file: FileInput = { stream: new Uint8Array(3), filename: "harbour.png" };
 * const result = await ittybit.images.create({ file });
 * ```
 */
export type FileInput = Bytes | FileOnDisk | FileFromStream;

/** A file that Node, Bun or Deno reads from disk. */
export interface FileOnDisk extends FileFacts {
  readonly path: string;
}

/** Bytes with their metadata. */
export interface FileFromStream extends FileFacts {
  /** A function that returns a new stream makes retries possible; a stream can be read only once. */
  readonly stream: Bytes | (() => Bytes);
  /** In bytes. Without it the length of a stream is unknown until its end. */
  readonly size?: number | undefined;
}

interface FileFacts {
  readonly filename?: string | undefined;
  /** Media type. @default derived from the extension of the file name */
  readonly type?: string | undefined;
}

/**
 * Determines name, type and size of a file before any of it is sent.
 *
 * @throws InputError when it cannot be read, or its media type is not among `accepted`.
 */
export async function fileSource(
  field: string,
  input: unknown,
  accepted: readonly string[],
): Promise<FileSource> {
  const facts = (isPlainObject(input) ? input : { stream: input }) as FileOnDisk | FileFromStream;
  const file =
    "path" in facts ? await openPath(field, facts.path) : openBytes(field, facts.stream, facts.size);
  const filename = facts.filename ?? file.filename ?? file.path?.split(/[\\/]/).pop() ?? "file";
  const [type = ""] = (facts.type || file.type || typeOfName(filename, accepted)).toLowerCase().split(/[; ]/);
  if (accepted.some((each) => each === type || (each.endsWith("*") && type.startsWith(each.slice(0, -1))))) {
    return { ...file, filename, type };
  }
  throw new InputError(
    field,
    `${type || `"${filename}"`} is none of the accepted types ${accepted.join(", ")}`,
  );
}

function openBytes(field: string, stream: Bytes | (() => Bytes), size: number | undefined): OpenableFile {
  if (typeof stream === "function") {
    return { size, replayable: true, open: () => openBytes(field, stream(), size).open() };
  }
  if (stream instanceof Blob) {
    const { name, type, size } = stream as File;
    return { size, type, filename: name || undefined, replayable: true, open: () => stream };
  }
  if (ArrayBuffer.isView(stream)) {
    const view = new Uint8Array(stream.buffer as ArrayBuffer, stream.byteOffset, stream.byteLength);
    return { size: view.byteLength, replayable: true, open: () => view };
  }
  if (
    stream instanceof ReadableStream ||
    (stream as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator]
  ) {
    // A file stream of Node has a path.
    const { path } = stream as { path?: string };
    return { size, path, replayable: false, open: () => stream as AsyncIterable<Uint8Array> };
  }
  throw new InputError(field, "must be bytes, a stream, { path } or { stream }");
}

/** Extensions that differ from the name of their media type. */
const SUBTYPES: Readonly<Record<string, string>> = {
  jpg: "jpeg",
  mov: "quicktime",
  mkv: "x-matroska",
  mp3: "mpeg",
  m4a: "mp4",
};

/** The accepted type that a file extension stands for; `audio/*` accepts every extension. */
function typeOfName(filename: string, accepted: readonly string[]): string {
  const [, extension = ""] = /\.(\w+)$/.exec(filename.toLowerCase()) ?? [];
  const subtype = SUBTYPES[extension] ?? extension;
  const found = accepted.find((type) => extension && (type.endsWith(`/${subtype}`) || type.endsWith("*")));
  return found?.replace("*", subtype) ?? "";
}
