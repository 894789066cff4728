import { isPlain } from "./check.js";
import { InputError } from "./errors.js";
import { fileSystem } from "./platform.js";

/** Bytes to upload, as they are or as a stream of them. */
export type Bytes = Blob | Uint8Array | ReadableStream | AsyncIterable<Uint8Array>;

/** A file to upload: its bytes, or where they are and what is known of them. */
export type FileInput = Bytes | FileOnDisk | FileFromStream;

/** A file that Node, Bun or Deno reads from its disk. */
export interface FileOnDisk extends FileFacts {
  readonly path: string;
}

/** Bytes with what they do not say of themselves. */
export interface FileFromStream extends FileFacts {
  /** A function that makes the stream anew can be called again for a retry; a stream is read once. */
  readonly stream: Bytes | (() => Bytes);
  /** In bytes. Without it the length of a stream is not known before its end. */
  readonly size?: number | undefined;
}

interface FileFacts {
  readonly filename?: string | undefined;
  /** Media type. @default what the end of the file name says */
  readonly type?: string | undefined;
}

/** A file that is ready to be sent. */
export interface FileSource {
  readonly filename: string;
  readonly type: string;
  /** In bytes; undefined when it is not known before the end. */
  readonly size: number | undefined;
  /** Whether `open` can be called more than once. */
  readonly again: boolean;
  open(): Blob | Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array>;
}

type Opened = Omit<FileSource, "filename" | "type"> & { readonly filename?: string; readonly type?: string };

/**
 * Finds out what a file is before a byte of it is sent.
 *
 * @throws InputError when it is nothing that can be read, or of a media type that is not among `accepted`.
 */
export async function fileSource(
  field: string,
  input: unknown,
  accepted: readonly string[],
): Promise<FileSource> {
  const facts = (isPlain(input) ? input : { stream: input }) as FileOnDisk | FileFromStream;
  const opened =
    "path" in facts ? await onDisk(field, facts.path) : inMemory(field, facts.stream, facts.size);
  const filename = facts.filename ?? opened.filename ?? "file";
  const type =
    (facts.type || opened.type || typeByName(filename, accepted)).split(";")[0]?.trim().toLowerCase() ?? "";
  if (
    !accepted.some((each) => each === type || (each.endsWith("/*") && type.startsWith(each.slice(0, -1))))
  ) {
    throw new InputError(
      field,
      `${type || `"${filename}"`} is none of the accepted types ${accepted.join(", ")}`,
    );
  }
  return { ...opened, filename, type };
}

async function onDisk(field: string, path: string): Promise<Opened> {
  const fs = fileSystem();
  if (!fs) throw new InputError(field, "there is no disk to read a path from here");
  const found = await fs.promises.stat(path).catch((cause) => {
    throw new InputError(field, `cannot read ${path}`, { cause });
  });
  if (!found.isFile()) throw new InputError(field, `${path} is not a file`);
  return { size: found.size, filename: baseName(path), again: true, open: () => fs.createReadStream(path) };
}

function inMemory(field: string, stream: Bytes | (() => Bytes), size: number | undefined): Opened {
  if (typeof stream === "function")
    return { size, again: true, open: () => inMemory(field, stream(), size).open() };
  if (stream instanceof Blob) {
    const { name, type } = stream as File;
    return { size: stream.size, type, again: true, open: () => stream, ...(name ? { filename: name } : {}) };
  }
  if (ArrayBuffer.isView(stream)) {
    const view = new Uint8Array(stream.buffer as ArrayBuffer, stream.byteOffset, stream.byteLength);
    return { size: view.byteLength, again: true, open: () => view };
  }
  if (
    typeof stream === "object" &&
    stream &&
    (stream instanceof ReadableStream || Symbol.asyncIterator in stream)
  ) {
    const { path } = stream as { path?: unknown };
    return {
      size,
      again: false,
      open: () => stream as AsyncIterable<Uint8Array>,
      ...(path ? { filename: baseName(String(path)) } : {}),
    };
  }
  throw new InputError(
    field,
    `must be bytes, a stream, { path } or { stream }, not ${stream === null ? null : typeof stream}`,
  );
}

const baseName = (path: string): string => path.split(/[\\/]/).pop() ?? path;

/** Endings that are not the name of their media type. */
const SUBTYPES: Readonly<Record<string, string>> = {
  jpg: "jpeg",
  mov: "quicktime",
  mkv: "x-matroska",
  mp3: "mpeg",
  m4a: "mp4",
};

function typeByName(filename: string, accepted: readonly string[]): string {
  const ending = filename.split(".").pop()?.toLowerCase() ?? "";
  const subtype = SUBTYPES[ending] ?? ending;
  return filename.includes(".")
    ? (accepted.find((type) => type.endsWith(`/${subtype}`)) ?? wild(subtype, accepted))
    : "";
}

const wild = (subtype: string, accepted: readonly string[]): string =>
  accepted.find((type) => type.endsWith("/*"))?.replace("*", subtype) ?? "";
