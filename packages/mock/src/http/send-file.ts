import { open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { copyPadded } from "../files/padded-bytes.js";
import type { FileBody } from "./message.js";

const BUFFER_BYTES = 128 * 1024;

/**
 * Sends the bytes of a file through one buffer. A stream of Node takes new memory for every 64 KB, and uploads that are
 * read back would fill it faster than it is freed.
 *
 * @throws when the file cannot be read, or ends early
 */
export async function sendFile(outgoing: ServerResponse, { source, start, end }: FileBody): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(BUFFER_BYTES, end - start + 1));
  const file = typeof source === "string" ? await open(source, "r") : null;
  try {
    for (let at = start; at <= end && !outgoing.destroyed; ) {
      const part = buffer.subarray(0, end - at + 1);
      const length = (await file?.read(part, 0, part.length, at))?.bytesRead ?? part.length;
      if (length === 0) throw new Error("the file is shorter than its length");
      if (typeof source !== "string") copyPadded(source, part, at);
      await write(outgoing, part.subarray(0, length));
      at += length;
    }
    outgoing.end();
  } finally {
    await file?.close();
  }
}

/** Resolves once the bytes are no longer needed: they were sent, or the connection is closed. */
function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("close", done);
    outgoing.write(bytes, done);
  });
}
