import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { rawValues } from "../raw-headers.js";
import type { Upstream } from "../routing/upstream.js";
import type { Connections } from "./connections.js";
import { acceptsTrailers, withoutHopByHop } from "./hop-by-hop.js";

/** Longest head of a message, in bytes. Node's own limit is 16 KiB, less than what cookies can grow to. */
export const MAX_HEAD_BYTES = 256 * 1024;

/** Where a request is sent, and how. */
export interface UpstreamTarget {
  readonly upstream: Upstream;
  readonly path: string;
  readonly connections: Connections;
  /** `Host` goes to the upstream as the caller sent it. */
  readonly keepHost: boolean;
}

/** Begins to send a request on as it came: same method, target, fields, order, letter case and coding. */
export function sendUpstream(incoming: IncomingMessage, sending: UpstreamTarget): ClientRequest {
  const { method = "GET", rawHeaders } = incoming;
  const { upstream, path, connections, keepHost } = sending;
  const { isSecure, hostname: host, port, authority } = upstream;
  const headers = withoutHopByHop(rawHeaders, keepHost ? null : authority);
  if (acceptsTrailers(rawHeaders)) headers.push("TE", "trailers", "Connection", "TE");
  const agent = isSecure ? connections.https : connections.http;
  const target = { agent, host, port, method, path, setHost: false, maxHeaderSize: MAX_HEAD_BYTES };
  const open = isSecure ? requestHttps : requestHttp;
  return hasBody(rawHeaders) || !expectsBody(method)
    ? open({ ...target, headers })
    : sendWithoutBody(open(target), headers);
}

/** RFC 9112, 6: a request has a body when one of these is there. */
export function hasBody(headers: readonly string[]): boolean {
  return (
    rawValues(headers, "transfer-encoding").length > 0 || rawValues(headers, "content-length").length > 0
  );
}

/** Methods for which Node would write `Transfer-Encoding: chunked` where nothing frames a body. */
function expectsBody(method: string): boolean {
  return !/^(?:GET|HEAD|DELETE|OPTIONS|TRACE|CONNECT)$/.test(method);
}

/** What is removed beforehand is not added: the request goes without a body and without saying so, as it came. */
function sendWithoutBody(outgoing: ClientRequest, headers: readonly string[]): ClientRequest {
  outgoing.removeHeader("Transfer-Encoding");
  outgoing.removeHeader("Content-Length");
  for (let at = 0; at < headers.length; at += 2)
    outgoing.appendHeader(headers[at] as string, headers[at + 1] as string);
  return outgoing;
}
