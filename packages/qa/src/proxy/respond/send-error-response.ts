import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { WriteErrorBody } from "./error-body.js";
import type { ProxyError } from "./proxy-errors.js";

/** Responds in place of the API, unless a response has begun. */
export function sendErrorResponse(
  response: ServerResponse,
  writeErrorBody: WriteErrorBody,
  error: ProxyError,
): void {
  if (response.headersSent || response.destroyed) return;
  const { mediaType, body } = writeErrorBody(error);
  response.writeHead(error.status, [
    "Content-Type",
    mediaType,
    "Content-Length",
    String(body.length),
    "Proxy-Status",
    proxyStatus(error),
    ...corsHeaders(response),
  ]);
  response.end(body);
}

/** How long a connection stays open for a caller that does not close it. */
const LINGER_MS = 2_000;

/** Responds to bytes that are not a request, and closes the connection. */
export function sendRawErrorResponse(
  socket: Socket,
  writeErrorBody: WriteErrorBody,
  error: ProxyError,
): void {
  if (!socket.writable) return;
  const { mediaType, body } = writeErrorBody(error);
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${body.length}`,
    `Proxy-Status: ${proxyStatus(error)}`,
    "Connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
  // Read on for a while: closing while bytes arrive would reset the connection and lose the response.
  socket.on("error", () => {}).resume();
  socket.setTimeout(LINGER_MS, () => socket.destroy());
}

function proxyStatus({ proxyStatus }: ProxyError): string {
  return `ittybit-qa; ${proxyStatus}`;
}

/** Lets a page of any origin read the error: it holds nothing but the error. */
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
