import { InputError } from "../errors.js";
import { checkNames, isPlainObject, preview } from "../request/validate.js";
import { type FileSource, isBlob, type OpenableFile } from "./body.js";
import type { UnlistedBytes } from "./bytes-for-editors.js";
import type { AnyStream } from "./close-streams.js";
import { baseName, openPath } from "./fs.js";

/** Bytes to upload, or a stream of them. */
export type Bytes = Blob | Uint8Array | ArrayBuffer | ReadableStream | AsyncIterable<Uint8Array>;

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
export type FileInput = FileOnDisk | FileFromStream | UnlistedBytes;

/** A file that Node, Bun or Deno reads from disk. */
export interface FileOnDisk extends FileFacts {
  /** A path, or a `file:` URL. */
  readonly path: string | URL;
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

const FACTS = ["path", "stream", "filename", "type", "size"];

/** A media type without parameters (RFC 9110, 8.3.1). */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

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
  checkNames(FACTS, facts, `${field}.`);
  const file =
    "path" in facts ? await openPath(field, facts.path) : openBytes(field, facts.stream, facts.size);
  const filename = facts.filename ?? file.filename;
  const type = typeOf(facts.type || file.type, filename ?? "", accepted);
  const source = { ...file, field, filename: filename ?? "file", type };
  const isAccepted = (each: string) =>
    each === type || (each.endsWith("*") && type.startsWith(each.slice(0, -1)));
  if (MEDIA_TYPE.test(type) && accepted.some(isAccepted)) return source;
  if (!type && filename === undefined)
    throw new InputError(field, "needs a filename or a type: { stream, filename }");
  throw new InputError(
    field,
    `${type || `"${filename}"`} is none of the accepted types ${accepted.join(", ")}`,
  );
}

function openBytes(field: string, stream: Bytes | (() => Bytes), size: number | undefined): OpenableFile {
  if (typeof stream === "function")
    return { size, replayable: true, open: () => openBytes(field, stream(), size).open() };
  if (isBlob(stream)) {
    const { name, type, size } = stream as File;
    return { size, type, filename: name || undefined, replayable: true, open: () => stream };
  }
  if (isStream(stream)) return openStream(field, stream, size);
  const bytes = bytesOf(stream);
  if (bytes) return { size: bytes.byteLength, replayable: true, open: () => bytes };
  throw new InputError(
    field,
    `must be bytes, a stream, a File, { path } or { stream }, not ${preview(stream)}`,
  );
}

const isStream = (value: object | null): value is ReadableStream | AsyncIterable<Uint8Array> =>
  typeof value === "object" && value !== null && ("getReader" in value || Symbol.asyncIterator in value);

const bytesOf = (value: ArrayBufferView | ArrayBuffer): Uint8Array<ArrayBuffer> | undefined => {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  return preview(value) === "[object ArrayBuffer]" ? new Uint8Array(value) : undefined;
};

function openStream(
  field: string,
  stream: ReadableStream | AsyncIterable<Uint8Array>,
  size: number | undefined,
): OpenableFile {
  const { path, destroyed, readableDidRead, errored, locked } = stream as AnyStream;
  if (locked || ((destroyed || readableDidRead) && !errored))
    throw new InputError(field, "was already read or closed");
  // The error is thrown when the stream is read; without a listener it would end a Node process before.
  (stream as AnyStream).on?.("error", () => {});
  return { size, filename: path && baseName(path), replayable: false, open: () => stream };
}

/** The media type that is given, without parameters, or the one that the file name stands for. */
function typeOf(given: string | undefined, filename: string, accepted: readonly string[]): string {
  if (!given || given === "application/octet-stream") return typeOfName(filename, accepted);
  const [type = ""] = given.toLowerCase().split(/[; ]/);
  return type;
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
