import type { IncomingMessage } from "node:http";
import { pairsOf } from "./raw-headers.js";

/**
 * The bytes of a request as if it had no `Upgrade`, for a connection that Node's parser gave up because of it. Push them
 * back to the connection and let the server read it again.
 *
 * @param head the bytes that arrived after the head of the request
 */
export function withoutUpgrade(
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  head: Uint8Array,
): Buffer {
  const fields = pairsOf(rawHeaders)
    .filter(([name]) => !/^(?:upgrade|http2-settings)$/i.test(name))
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `${method} ${url} HTTP/${httpVersion}\r\n${fields.join("")}\r\n`;
  return Buffer.concat([Buffer.from(text, "latin1"), head]);
}
