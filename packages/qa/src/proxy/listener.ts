import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { ActiveResponses } from "./active-responses.js";
import { MAX_HEAD_BYTES } from "./raw-headers.js";
import { withoutUpgrade } from "./reread-request.js";

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

/** Bytes that are not a request that can be served, and why. */
export interface Rejection {
  readonly status: number;
  readonly message: string;
}

/** What serves the connections. */
export interface ListenerHandlers {
  readonly serve: (incoming: IncomingMessage, response: ServerResponse) => void;
  /** Serves a request for another protocol; `head` are the bytes after its head. */
  readonly upgrade: (incoming: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Responds to bytes that are not a request, and closes the connection. */
  readonly refuse: (socket: Socket, rejection: Rejection) => void;
}

/** How long an idle connection stays open. Longer than clients keep theirs, so that none is closed under a request. */
const KEEP_ALIVE_TIMEOUT_MS = 75_000;

/**
 * Serves HTTP/1.1 and HTTP/1.0, without a limit of time, and with no limit of size but that of a head.
 *
 * @throws the server's own error, with its `code` (`EADDRINUSE` for a port that is in use)
 */
export async function listen({ host, port }: ListenAddress, handlers: ListenerHandlers): Promise<Listener> {
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    requestTimeout: 0,
    maxHeaderSize: MAX_HEAD_BYTES,
    requireHostHeader: false,
    noDelay: true,
    // From Node 24.9 on; what it rejects is served like any request. Older versions ignore it.
    ...{ shouldUpgradeCallback: isTunnelled },
  });
  server.maxHeadersCount = 0;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  connectHandlers(server, handlers);
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
  return { url, port: bound, close: (milliseconds) => close(server, sockets, milliseconds) };
}

function connectHandlers(server: Server, { serve, upgrade, refuse }: ListenerHandlers): void {
  const active = new ActiveResponses();
  // The upstream decides about `Expect`, not Node.
  for (const event of ["request", "checkContinue", "checkExpectation"])
    server.on(event, (incoming: IncomingMessage, response: ServerResponse) => {
      active.add(incoming, response);
      response.once("close", () => {
        if (!server.listening) closeIfIdle(active, incoming);
      });
      serve(incoming, response);
    });
  server.on("connect", (_, socket) =>
    refuse(socket as Socket, { status: 501, message: "This proxy opens no tunnels." }),
  );
  server.on("upgrade", (incoming: IncomingMessage, stream, head) => {
    const socket = stream as Socket;
    if (!isTunnelled(incoming)) {
      // Before Node 24.9.
      socket.unshift(withoutUpgrade(incoming, head));
      server.emit("connection", socket);
      return;
    }
    upgrade(incoming, socket, head);
  });
  const refused = new WeakSet<Socket>();
  server.on("clientError", (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (refused.has(socket)) return;
    refused.add(socket);
    afterActive(active, socket, () => refuse(socket, rejectionOf(error)));
  });
}

/** Closes a connection that no request uses any more. Closing a server closes the connections that are idle then, not later. */
function closeIfIdle(active: ActiveResponses, { socket, complete }: IncomingMessage): void {
  if (complete && active.of(socket).length === 0) socket.destroySoon();
}

/** HTTP/2 over cleartext is a wish that a server may ignore (RFC 9113, 3.1); so does this proxy. */
function isTunnelled({ headers: { upgrade = "" } }: IncomingMessage): boolean {
  return !/^(?:h2c|TLS\/|HTTP\/)/i.test(upgrade);
}

/**
 * Refuses bytes after a request once the responses before them are complete. A request whose own body is broken is
 * refused at once if its response has not begun; else its connection is closed.
 */
function afterActive(active: ActiveResponses, socket: Socket, refuse: () => void): void {
  const open = active.of(socket);
  const last = open.at(-1);
  if (last === undefined) refuse();
  else if (last.incoming.complete) last.response.once("close", refuse);
  else if (open.length === 1 && !last.response.headersSent) {
    last.incoming.emit("error", new Error("the body is malformed"));
    refuse();
  } else socket.destroy();
}

function rejectionOf({ code }: NodeJS.ErrnoException): Rejection {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return { status: 431, message: `The head of this request is longer than ${MAX_HEAD_BYTES} bytes.` };
    case "HPE_PAUSED_H2_UPGRADE":
      return {
        status: 505,
        message: "This proxy serves HTTP/1.1, and was sent HTTP/2 with prior knowledge.",
      };
    case "HPE_UNEXPECTED_CONTENT_LENGTH":
    case "HPE_INVALID_CONTENT_LENGTH":
      return { status: 400, message: "This request has no single valid Content-Length." };
    default:
      return { status: 400, message: "These bytes are not an HTTP request." };
  }
}

function close(server: Server, sockets: ReadonlySet<Socket>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, milliseconds);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    // Node waits for a first request
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  });
}
