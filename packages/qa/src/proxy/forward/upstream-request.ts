import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { MAX_HEAD_BYTES, type RawHeaders, rawValues } from "../raw-headers.js";
import type { Upstream } from "../routing/upstream.js";
import type { Connections } from "./connections.js";
import { acceptsTrailers, withoutHopByHop } from "./hop-by-hop.js";

/** Longest time to connect to an upstream. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** Where a request is sent, and how. */
export interface UpstreamTarget {
  readonly upstream: Upstream;
  readonly path: string;
  readonly connections: Connections;
  /** Forward `Host` as the caller sent it. */
  readonly keepHost: boolean;
  /** Fields that are forwarded even if `Connection` names them. */
  readonly endToEnd: ReadonlySet<string>;
}

/** Starts the request to the upstream: same method, target, fields, order, letter case and coding. */
export function sendUpstream(incoming: IncomingMessage, target: UpstreamTarget): ClientRequest {
  const { method = "GET", rawHeaders } = incoming;
  const { upstream, path, connections } = target;
  const { isSecure, hostname: host, port } = upstream;
  const headers = withHost(withoutHopByHop(rawHeaders, target.endToEnd), target);
  if (acceptsTrailers(rawHeaders)) headers.push("TE", "trailers", "Connection", "TE");
  const agent = isSecure ? connections.https : connections.http;
  const options = { agent, host, port, method, path, setHost: false, maxHeaderSize: MAX_HEAD_BYTES };
  const open = isSecure ? requestHttps : requestHttp;
  return hasBody(rawHeaders) || !expectsBody(method)
    ? open({ ...options, headers })
    : sendWithoutBody(open(options), headers);
}

/** Names the upstream in `Host`, also for an HTTP/1.0 request without one: HTTP/1.1 requires it. */
export function withHost(
  headers: RawHeaders,
  { upstream: { authority }, keepHost }: Pick<UpstreamTarget, "upstream" | "keepHost">,
): string[] {
  const named = [...headers];
  for (let at = 0; at < named.length; at += 2) {
    const name = named[at] as string;
    if (name.length !== 4 || name.toLowerCase() !== "host") continue;
    if (!keepHost) named[at + 1] = authority;
    return named;
  }
  return ["Host", authority, ...named];
}

/** Whether a request has a body (RFC 9112, 6). */
export function hasBody(headers: readonly string[]): boolean {
  return (
    rawValues(headers, "transfer-encoding").length > 0 || rawValues(headers, "content-length").length > 0
  );
}

/** Whether Node adds `Transfer-Encoding: chunked` to a request of this method that has no framing. */
function expectsBody(method: string): boolean {
  return !/^(?:GET|HEAD|DELETE|OPTIONS|TRACE|CONNECT)$/.test(method);
}

/** Node does not add framing fields that were removed before: the request goes out without a body and without framing. */
function sendWithoutBody(outgoing: ClientRequest, headers: readonly string[]): ClientRequest {
  outgoing.removeHeader("Transfer-Encoding");
  outgoing.removeHeader("Content-Length");
  for (let at = 0; at < headers.length; at += 2)
    outgoing.appendHeader(headers[at] as string, headers[at + 1] as string);
  return outgoing;
}
