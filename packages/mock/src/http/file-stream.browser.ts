import { memoryFile } from "../files/memory-files.js";
import type { FileBody } from "./message.js";

/** The bytes of a file as the body of a response in process. */
export function fileStream({ path, start, end }: FileBody): ReadableStream<Uint8Array> | null {
  return (
    memoryFile(path)
      ?.slice(start, end + 1)
      .stream() ?? null
  );
}
