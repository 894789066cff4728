import type { IncomingMessage, ServerResponse } from "node:http";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import { withoutHopByHop } from "./hop-by-hop.js";
import { endWithTrailers } from "./trailers.js";

/** Forwards a response of the upstream to the caller. */
export type ResponseForwarder = (
  incoming: IncomingMessage,
  upstreamResponse: IncomingMessage,
  response: ServerResponse,
) => void;

/** Forwards a response as it arrives. */
export function forwardResponse(
  incoming: IncomingMessage,
  upstreamResponse: IncomingMessage,
  response: ServerResponse,
): void {
  writeResponseHead(incoming, upstreamResponse, response);
  upstreamResponse.pipe(response, { end: false });
  upstreamResponse.on("end", () => endWithTrailers(upstreamResponse, response));
  // The head goes out with the first bytes of the body if they are here already, else alone and at once.
  setImmediate(() => response.writableEnded || response.destroyed || response.flushHeaders());
}

/** Writes status line and fields as received; Node writes the framing that the fields announce. */
export function writeResponseHead(
  incoming: IncomingMessage,
  upstreamResponse: IncomingMessage,
  response: ServerResponse,
): void {
  const { statusCode = 502, statusMessage = "", rawHeaders } = upstreamResponse;
  const isHttp10 = incoming.httpVersionMajor === 1 && incoming.httpVersionMinor === 0;
  const headers = withoutHopByHop(isHttp10 ? withoutTransferEncoding(rawHeaders) : rawHeaders, null);
  response.sendDate = false;
  if (!isFramed(headers) && !isBodiless(incoming, upstreamResponse)) closeAfterResponse(response);
  // Node would announce keep-alive, which is the default of HTTP/1.1.
  else if (response.shouldKeepAlive && !isHttp10 && !("expect" in incoming.headers))
    response.removeHeader("Connection");
  response.writeHead(statusCode, statusMessage, headers);
}

/** HTTP/1.0 has no Transfer-Encoding: the body ends with the connection. */
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

/** Whether a response has no body by definition (RFC 9112, 6.3). */
export function isBodiless({ method }: IncomingMessage, { statusCode }: IncomingMessage): boolean {
  return method === "HEAD" || statusCode === 204 || statusCode === 304;
}

/** Ends the response with the connection, as the upstream did. */
function closeAfterResponse(response: ServerResponse): void {
  response.removeHeader("Transfer-Encoding");
  response.shouldKeepAlive = false;
}
