import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { paddedStream } from "../files/padded-bytes.js";
import type { FileBody } from "./message.js";

/** The bytes of a file as the body of a response in process. */
export function fileStream({ source, start, end }: FileBody): ReadableStream<Uint8Array> {
  if (typeof source !== "string") return paddedStream(source, start, end);
  return Readable.toWeb(createReadStream(source, { start, end })) as ReadableStream<Uint8Array>;
}
