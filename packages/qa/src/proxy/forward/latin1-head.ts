import type { OutgoingMessage } from "node:http";

/**
 * Writes the head of a message with the first bytes of its body if they are here already, else alone and at once.
 * Unlike `flushHeaders`, which writes UTF-8, it keeps the bytes of field values: an empty Latin-1 write carries the
 * head with it.
 */
export function writeHeadNow(message: OutgoingMessage): void {
  setImmediate(() => {
    if (!message.writableEnded && !message.destroyed) message.write("", "latin1");
  });
}
