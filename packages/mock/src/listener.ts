import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Header, MockRequest, MockResponse } from "./message.js";
import type { ListenOptions } from "./options.js";

/** A server that is listening. */
export interface Listener {
  /** Base URL without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves answers over HTTP/1.1.
 * @throws the server's own error, with its `code` (`EADDRINUSE` where the port is taken).
 */
export async function listen(
  answer: (request: MockRequest) => Promise<MockResponse>,
  { port = 4010, host = "127.0.0.1" }: ListenOptions,
): Promise<Listener> {
  const server = createServer((incoming, outgoing) => {
    answer(requestOf(incoming)).then(
      (response) => send(outgoing, response),
      () => outgoing.destroy(),
    );
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`, close: () => close(server) };
}

function requestOf(incoming: IncomingMessage): MockRequest {
  const { method = "GET", url = "/", headers, rawHeaders } = incoming;
  const pairs = rawHeaders.flatMap((name, i): Header[] => (i % 2 ? [] : [[name, rawHeaders[i + 1] ?? ""]]));
  const length = headers["content-length"];
  const empty = headers["transfer-encoding"] === undefined && (length === undefined || length === "0");
  return { method, url: absolute(url, headers.host), headers: pairs, body: empty ? null : incoming };
}

/** The absolute URL of a request target (RFC 9112, section 3.2); a bad Host is taken as no hint. */
function absolute(target: string, host: string | undefined): string {
  const base = URL.canParse(`http://${host}`) ? `http://${host}` : "http://localhost";
  const text = target.startsWith("/") ? base + target : target;
  return URL.canParse(text) ? text : `${base}/${encodeURIComponent(text)}`;
}

function send(outgoing: ServerResponse, { status, headers, body }: MockResponse): void {
  outgoing.writeHead(status, [...headers.flat(), "Content-Length", String(body.length)]);
  outgoing.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
