import { memoryFile } from "../files/memory-files.js";
import { paddedStream } from "../files/padded-bytes.js";
import type { FileBody } from "./message.js";

/** The bytes of a file as the body of a response in process. */
export function fileStream({ source, start, end }: FileBody): ReadableStream<Uint8Array> | null {
  if (typeof source !== "string") return paddedStream(source, start, end);
  return (
    memoryFile(source)
      ?.slice(start, end + 1)
      .stream() ?? null
  );
}
