import type { IncomingMessage, ServerResponse } from "node:http";
import { type RawHeaders, rawValues } from "../raw-headers.js";
import { withoutHopByHop } from "./hop-by-hop.js";
import { writeHeadNow } from "./latin1-head.js";
import { endWithTrailers } from "./trailers.js";

/** A response of the upstream on its way to the caller. */
export interface ResponsePath {
  readonly incoming: IncomingMessage;
  readonly upstreamResponse: IncomingMessage;
  readonly response: ServerResponse;
  /** Fields that are forwarded even if `Connection` names them. */
  readonly endToEnd: ReadonlySet<string>;
}

/** Forwards a response of the upstream to the caller. */
export type ResponseForwarder = (path: ResponsePath) => void;

/** Forwards a response as it arrives. */
export function forwardResponse(path: ResponsePath): void {
  const { upstreamResponse, response } = path;
  writeResponseHead(path);
  upstreamResponse.pipe(response, { end: false });
  upstreamResponse.on("end", () => endWithTrailers(upstreamResponse, response));
  writeHeadNow(response);
}

/** Writes status line and fields as received; Node writes the framing that the fields announce. */
export function writeResponseHead({ incoming, upstreamResponse, response, endToEnd }: ResponsePath): void {
  const { statusCode = 502, statusMessage = "", rawHeaders } = upstreamResponse;
  const isHttp10 = incoming.httpVersionMajor === 1 && incoming.httpVersionMinor === 0;
  const headers = withoutHopByHop(isHttp10 ? withoutTransferEncoding(rawHeaders) : rawHeaders, endToEnd);
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
