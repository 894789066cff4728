import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { envelope } from "./answer.js";
import { compress } from "./compression.js";
import { deliver } from "./delivery.js";
import type { House } from "./front-door.js";
import type { Header, MockRequest, MockResponse } from "./message.js";
import type { ListenOptions } from "./options.js";

/** A server that is listening. */
export interface Listener {
  /** Base URL without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** A connection on which nothing moves for so long is closed, in milliseconds; a slow sender keeps it open. */
const longestSilence = 120_000;

/**
 * Serves answers over HTTP/1.1.
 * @throws the server's own error, with its `code` (`EADDRINUSE` where the port is taken).
 */
export async function listen(
  answer: (request: MockRequest) => Promise<MockResponse>,
  house: House,
  { port = 4010, host = "127.0.0.1", server: name }: ListenOptions,
): Promise<Listener> {
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 30_000, requireHostHeader: false });
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse, waits: boolean) => {
    const request = requestOf(incoming, name, waits ? () => outgoing.writeContinue() : undefined);
    answer(request)
      .then((response) => deliver(outgoing, compress(response, request.headers)))
      .catch(() => outgoing.destroy());
  };
  server.timeout = longestSilence;
  server.on("request", (incoming, outgoing) => serve(incoming, outgoing, false));
  server.on("checkContinue", (incoming, outgoing) => serve(incoming, outgoing, true));
  server.on("checkExpectation", (incoming, outgoing) => serve(incoming, outgoing, false));
  server.on("clientError", (error, socket) => refuseBytes(house, error, socket as Socket));
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`, close: () => close(server) };
}

function requestOf(incoming: IncomingMessage, server?: string, proceed?: () => void): MockRequest {
  const { method = "GET", url = "/", headers, rawHeaders } = incoming;
  const pairs: Header[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) pairs.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
  const length = headers["content-length"];
  const empty = headers["transfer-encoding"] === undefined && (length === undefined || length === "0");
  return {
    method,
    url,
    headers: pairs,
    body: empty ? null : incoming,
    ...(server === undefined ? {} : { server }),
    ...(proceed === undefined ? {} : { proceed }),
  };
}

/** Bytes that are no HTTP get the envelope too, as far as the connection still takes it. */
function refuseBytes(house: House, error: Error & { code?: string }, socket: Socket): void {
  const { _httpMessage: current } = socket as Socket & { _httpMessage?: ServerResponse };
  if (!socket.writable || current?.headersSent) {
    socket.destroy();
    return;
  }
  const [status, message] = problems[error.code ?? ""] ?? [400, "These bytes are not an HTTP request."];
  const { body } = envelope(house.kitchen(), { status, message, details: [] }, []);
  const head = `HTTP/1.1 ${status} Error\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  socket.end(Buffer.concat([Buffer.from(`${head}Connection: close\r\n\r\n`), body]));
  socket.resume();
}

const problems: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "The headers of this request are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This request did not arrive in time."],
};

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
