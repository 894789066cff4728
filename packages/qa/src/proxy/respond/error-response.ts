import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FailureEnvelope, ProxyError } from "./failure-envelope.js";

/** Answers in place of the API. */
export function sendErrorResponse(
  response: ServerResponse,
  envelope: FailureEnvelope,
  given: ProxyError,
): void {
  if (response.headersSent || response.destroyed) return;
  const { mediaType, body } = envelope(given);
  response.writeHead(given.status, [
    "Content-Type",
    mediaType,
    "Content-Length",
    String(body.length),
    "Proxy-Status",
    proxyStatus(given),
    ...corsHeaders(response),
  ]);
  response.end(body);
}

/** Answers bytes that are no request, and closes. */
export function sendRawErrorResponse(socket: Socket, envelope: FailureEnvelope, given: ProxyError): void {
  if (!socket.writable) return;
  const { mediaType, body } = envelope(given);
  const head = [
    `HTTP/1.1 ${given.status} ${STATUS_CODES[given.status]}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${body.length}`,
    `Proxy-Status: ${proxyStatus(given)}`,
    "Connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
  socket.on("error", () => {}).resume();
}

function proxyStatus({ proxyStatus }: ProxyError): string {
  return `ittybit-qa; ${proxyStatus}`;
}

/** A page of another origin may read why there is no answer; there is nothing else in it. */
function corsHeaders({ req }: ServerResponse): string[] {
  const { origin } = req.headers;
  if (origin === undefined) return [];
  return [
    "Access-Control-Allow-Origin",
    origin,
    "Access-Control-Allow-Credentials",
    "true",
    "Vary",
    "Origin",
  ];
}
