import { open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import type { FileBody } from "./message.js";

const BUFFER_BYTES = 128 * 1024;

/**
 * Sends the bytes of a file through one buffer. A stream of Node takes new memory for every 64 KB, and uploads that are
 * read back would fill it faster than it is freed.
 *
 * @throws when the file cannot be read, or ends early
 */
export async function sendFile(outgoing: ServerResponse, { path, start, end }: FileBody): Promise<void> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min(BUFFER_BYTES, end - start + 1));
    for (let at = start; at <= end && !outgoing.destroyed; ) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at + 1), at);
      if (bytesRead === 0) throw new Error("the file is shorter than its length");
      await write(outgoing, buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    outgoing.end();
  } finally {
    await file.close();
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
