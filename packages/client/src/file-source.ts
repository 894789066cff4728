import { isPlain } from "./check.js";
import { onDisk } from "./disk.js";
import { InputError } from "./errors.js";

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

/** A file of which no more is known than what it says itself. */
export type Opened = Omit<FileSource, "filename" | "type"> &
  FileFacts & { readonly path?: string | undefined };

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
  const opened = "path" in facts ? await onDisk(field, facts.path) : given(field, facts.stream, facts.size);
  const filename = facts.filename ?? opened.filename ?? opened.path?.split(/[\\/]/).pop() ?? "file";
  const [type = ""] = (facts.type || opened.type || typeByName(filename, accepted))
    .toLowerCase()
    .split(/[; ]/);
  if (accepted.some((each) => each === type || (each.endsWith("*") && type.startsWith(each.slice(0, -1))))) {
    return { ...opened, filename, type };
  }
  throw new InputError(
    field,
    `${type || `"${filename}"`} is none of the accepted types ${accepted.join(", ")}`,
  );
}

function given(field: string, stream: Bytes | (() => Bytes), size: number | undefined): Opened {
  if (typeof stream === "function") {
    return { size, again: true, open: () => given(field, stream(), size).open() };
  }
  if (stream instanceof Blob) {
    const { name, type, size } = stream as File;
    return { size, type, filename: name || undefined, again: true, open: () => stream };
  }
  if (ArrayBuffer.isView(stream)) {
    const view = new Uint8Array(stream.buffer as ArrayBuffer, stream.byteOffset, stream.byteLength);
    return { size: view.byteLength, again: true, open: () => view };
  }
  if (
    stream instanceof ReadableStream ||
    (stream as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator]
  ) {
    // A stream that Node made of a file knows its path.
    const { path } = stream as { path?: string };
    return { size, path, again: false, open: () => stream as AsyncIterable<Uint8Array> };
  }
  throw new InputError(field, "must be bytes, a stream, { path } or { stream }");
}

/** Endings that are not the name of their media type. */
const SUBTYPES: Readonly<Record<string, string>> = {
  jpg: "jpeg",
  mov: "quicktime",
  mkv: "x-matroska",
  mp3: "mpeg",
  m4a: "mp4",
};

/** The accepted type that a file name ends in; `audio/*` accepts every ending. */
function typeByName(filename: string, accepted: readonly string[]): string {
  const [, ending = ""] = /\.(\w+)$/.exec(filename.toLowerCase()) ?? [];
  const subtype = SUBTYPES[ending] ?? ending;
  const found = accepted.find((type) => ending && (type.endsWith(`/${subtype}`) || type.endsWith("*")));
  return found?.replace("*", subtype) ?? "";
}
