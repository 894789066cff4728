import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { pairsOf } from "../raw-headers.js";
import { toUpstreamError, type UpstreamError } from "./upstream-error.js";
import { CONNECT_TIMEOUT_MS, type UpstreamTarget, withHost } from "./upstream-request.js";

/**
 * Forwards a request for another protocol (`Upgrade`; RFC 9110, 7.8), and from then on every byte both ways. Only
 * `Host` is changed.
 *
 * @param socket the connection of the caller
 * @param head the bytes that arrived after the head of the request
 * @param onError called when the upstream cannot be reached
 */
export function openTunnel(
  incoming: IncomingMessage,
  socket: Socket,
  head: Uint8Array,
  target: Omit<UpstreamTarget, "endToEnd">,
  onError: (error: UpstreamError) => void,
): void {
  const { upstream, connections } = target;
  const upstreamSocket = connections.connect(upstream).setNoDelay();
  let isConnected = false;
  const timer = setTimeout(() => upstreamSocket.destroy(connectTimeout()), CONNECT_TIMEOUT_MS);
  upstreamSocket.once(upstream.isSecure ? "secureConnect" : "connect", () => {
    isConnected = true;
    clearTimeout(timer);
    upstreamSocket.write(formatRequestHead(incoming, target), "latin1");
    upstreamSocket.write(head);
    socket.pipe(upstreamSocket);
    upstreamSocket.pipe(socket);
  });
  upstreamSocket.on("error", (error) => {
    if (isConnected) socket.resetAndDestroy();
    else onError(toUpstreamError(error, false));
  });
  upstreamSocket.on("close", () => {
    clearTimeout(timer);
    if (isConnected) socket.destroySoon();
  });
  socket.on("error", () => upstreamSocket.destroy());
  socket.on("close", () => upstreamSocket.destroy());
}

function formatRequestHead(
  { method, rawHeaders }: IncomingMessage,
  target: Omit<UpstreamTarget, "endToEnd">,
): string {
  const fields = pairsOf(withHost(rawHeaders, target)).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target.path} HTTP/1.1\r\n${fields.join("")}\r\n`;
}

function connectTimeout(): NodeJS.ErrnoException {
  return Object.assign(new Error("no connection"), { code: "ETIMEDOUT" });
}
