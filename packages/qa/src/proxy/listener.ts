import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { MAX_HEAD_BYTES } from "./forward/upstream-request.js";

/** A server that is listening. */
export interface Listener {
  /** Base URL without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Accepts no more requests and waits for the active ones, at most for this time. */
  close(milliseconds: number): Promise<void>;
}

export interface ListenAddress {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export type Serve = (incoming: IncomingMessage, response: ServerResponse) => void;

/** How long an idle connection stays open. Longer than clients keep theirs, so that none is closed under a request. */
const KEEP_ALIVE_TIMEOUT_MS = 75_000;

/**
 * Serves HTTP/1.1 and HTTP/1.0, without a limit of time, and with no limit of size but that of a head.
 *
 * @param refuse responds to bytes that are not a request, and to CONNECT
 * @throws the server's own error, with its `code` (`EADDRINUSE` for a port that is in use)
 */
export async function listen(
  { host, port }: ListenAddress,
  serve: Serve,
  refuse: (socket: Socket, status: number, message: string) => void,
): Promise<Listener> {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    requestTimeout: 0,
    maxHeaderSize: MAX_HEAD_BYTES,
    noDelay: true,
  });
  server.maxHeadersCount = 0;
  // The upstream decides about `Expect`, not Node.
  for (const event of ["request", "checkContinue", "checkExpectation"]) server.on(event, serve);
  server.on("connect", (_, socket) => refuse(socket as Socket, 501, "This proxy opens no tunnels."));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const isTooLong = error.code === "HPE_HEADER_OVERFLOW";
    refuse(
      socket as Socket,
      isTooLong ? 431 : 400,
      isTooLong ? tooLong : "These bytes are not an HTTP request.",
    );
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
  return { url, port: bound, close: (milliseconds) => close(server, milliseconds) };
}

const tooLong = `The head of this request is longer than ${MAX_HEAD_BYTES} bytes.`;

function close(server: Server, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
