import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { DEFAULT_HOST, DEFAULT_PORT } from "../default-options.js";
import type { ListenOptions } from "../options.js";
import type { Problem } from "../problem.js";
import type { ProblemEnvelope } from "../response/problem-envelope.js";
import { problemResponse } from "../response/problem-response.js";
import { compress } from "./compress.js";
import type { Header, MockRequest, MockResponse } from "./message.js";
import { CONNECT_PROBLEM, parserProblem, protocolProblem } from "./protocol-problem.js";
import { RequestBody } from "./request-body.js";
import { sendResponse } from "./send-response.js";
import { STATUS_CODES } from "./status-text.js";

/**
 * A running server.
 *
 * @example
 * import { createMock, type Listener } from "@ittybit/mock";
 *
 * const mock = await createMock();
 * const listener: Listener = await mock.listen({ port: 0 });
 * await fetch(`${listener.url}/media`);
 * await listener.close();
 */
export interface Listener {
  /** Base URL, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** When a server closes connections. */
interface Timeouts {
  /** A connection without traffic is closed after this time. A slow sender keeps it open. */
  readonly idleMs: number;
  readonly keepAliveMs: number;
  /** The whole head of a request must arrive within this time. */
  readonly headersMs: number;
  /** How often slow heads are looked for. */
  readonly checkMs: number;
}

const TIMEOUTS: Timeouts = { idleMs: 120_000, keepAliveMs: 30_000, headersMs: 60_000, checkMs: 5_000 };

/**
 * Serves responses over HTTP/1.1.
 * @throws the server's own error, with its `code`, such as `EADDRINUSE`
 */
export async function startServer(
  handle: (request: MockRequest) => Promise<MockResponse>,
  problemEnvelope: () => ProblemEnvelope,
  { port = DEFAULT_PORT, host = DEFAULT_HOST, server: name }: ListenOptions,
  timeouts: Timeouts = TIMEOUTS,
): Promise<Listener> {
  if (host === "") throw new TypeError("The host to listen on must not be empty.");
  const server = createServer({
    // an upload may take any time, but its head may not: without this, no request timeout means no head timeout
    requestTimeout: 0,
    headersTimeout: timeouts.headersMs,
    connectionsCheckingInterval: timeouts.checkMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    // rejected by the request handler, in the envelope
    requireHostHeader: false,
  });
  // after this turn, in which earlier requests on the connection get their responses
  const rejectSoon = (problem: Problem, socket: Socket) =>
    setImmediate(() => reject(problemEnvelope(), problem, socket));
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse, sendContinue?: () => void) => {
    const problem = protocolProblem(incoming);
    if (problem) {
      rejectSoon(problem, incoming.socket);
      return;
    }
    const request = toRequest(incoming, host, name, sendContinue);
    handle(request)
      .then((response) => sendResponse(outgoing, compress(response, request.headers)))
      .catch(() => outgoing.destroy());
  };
  server.timeout = timeouts.idleMs;
  server.on("request", (incoming, outgoing) => serve(incoming, outgoing));
  server.on("checkContinue", (incoming, outgoing) =>
    serve(incoming, outgoing, () => outgoing.writeContinue()),
  );
  server.on("checkExpectation", (incoming, outgoing) => serve(incoming, outgoing));
  server.on("connect", (_incoming, socket) => rejectSoon(CONNECT_PROBLEM, socket as Socket));
  server.on("clientError", (error, socket) => rejectSoon(parserProblem(error), socket as Socket));
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`, close: () => close(server) };
}

function toRequest(
  incoming: IncomingMessage,
  listenHost: string,
  server?: string,
  sendContinue?: () => void,
): MockRequest {
  const { method = "GET", url = "/", headers, rawHeaders, httpVersion } = incoming;
  const pairs: Header[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) pairs.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
  const length = headers["content-length"];
  const isEmpty = headers["transfer-encoding"] === undefined && (length === undefined || length === "0");
  return {
    method,
    url,
    headers: pairs,
    body: isEmpty ? null : new RequestBody(incoming),
    connection: { listenHost, httpVersion },
    ...(server === undefined ? {} : { server }),
    ...(sendContinue === undefined ? {} : { sendContinue }),
  };
}

/** Responds in the envelope to what cannot be handled, if the connection is still writable, and closes it. */
function reject(problemEnvelope: ProblemEnvelope, problem: Problem, socket: Socket): void {
  // the parser and this server can reject the same request
  if (socket.writableEnded) return;
  const { _httpMessage: current } = socket as Socket & { _httpMessage?: ServerResponse };
  if (!socket.writable || current?.headersSent) {
    socket.destroy();
    return;
  }
  const { status, body } = problemResponse({ problemEnvelope }, problem);
  const { mediaType } = problemEnvelope;
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${mediaType}\r\nContent-Length: ${body.length}\r\n`;
  socket.end(Buffer.concat([Buffer.from(`${head}Connection: close\r\n\r\n`), body]));
  socket.resume();
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
