import type { IncomingMessage, ServerResponse } from "node:http";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import { withoutHopByHop } from "./hop-by-hop.js";
import { endWithTrailers } from "./trailers.js";

/** Hands an answer of the upstream on to the caller. */
export type ResponseForwarder = (
  incoming: IncomingMessage,
  answer: IncomingMessage,
  response: ServerResponse,
) => void;

/** Passes an answer on as it comes: nothing waits for more. */
export function forwardResponse(
  incoming: IncomingMessage,
  answer: IncomingMessage,
  response: ServerResponse,
): void {
  writeResponseHead(incoming, answer, response);
  answer.pipe(response, { end: false });
  answer.on("end", () => endWithTrailers(answer, response));
  // With the first bytes where they are there already, else at once without them.
  setImmediate(() => response.writableEnded || response.destroyed || response.flushHeaders());
}

/** The status line and header fields as they came; the framing is Node's, by the same fields. */
export function writeResponseHead(
  incoming: IncomingMessage,
  answer: IncomingMessage,
  response: ServerResponse,
): void {
  const { statusCode = 502, statusMessage = "", rawHeaders } = answer;
  const isOld = incoming.httpVersionMajor === 1 && incoming.httpVersionMinor === 0;
  const headers = withoutHopByHop(isOld ? withoutTransferEncoding(rawHeaders) : rawHeaders, null);
  response.sendDate = false;
  if (!isFramed(headers) && !isBodiless(incoming, answer)) closeAfterResponse(response);
  // Node says how long it keeps a connection; where it is kept anyway, nothing needs to be said.
  else if (response.shouldKeepAlive && !isOld && !("expect" in incoming.headers))
    response.removeHeader("Connection");
  response.writeHead(statusCode, statusMessage, headers);
}

/** HTTP/1.0 does not know Transfer-Encoding: the end of the connection is the end of the body. */
function withoutTransferEncoding(headers: RawHeaders): string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    if (name.toLowerCase() !== "transfer-encoding") kept.push(name, headers[at + 1] as string);
  }
  return kept;
}

function isFramed(headers: RawHeaders): boolean {
  return (
    rawValues(headers, "content-length").length > 0 || rawValues(headers, "transfer-encoding").length > 0
  );
}

/** RFC 9112, 6.3: these never have a body. */
function isBodiless({ method }: IncomingMessage, { statusCode }: IncomingMessage): boolean {
  return method === "HEAD" || statusCode === 204 || statusCode === 304;
}

/** An answer that ends with its connection is passed on as one. */
function closeAfterResponse(response: ServerResponse): void {
  response.removeHeader("Transfer-Encoding");
  response.shouldKeepAlive = false;
}
