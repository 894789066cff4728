import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { FileBody } from "./message.js";

/** The bytes of a file as the body of a response in process. */
export function fileStream(file: FileBody): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(file.path, file)) as ReadableStream<Uint8Array>;
}
