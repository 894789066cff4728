import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { endToEnd, rawValues, takesTrailers } from "./end-to-end.js";
import type { Connections, Upstream } from "./upstream.js";

/** Longest head of a message, in bytes. Node's own limit is 16 KiB, less than what cookies can grow to. */
export const longestHead = 256 * 1024;

/** Where a request is sent, and how. */
export interface Sending {
  readonly upstream: Upstream;
  readonly path: string;
  readonly connections: Connections;
  /** `Host` goes to the upstream as the caller sent it. */
  readonly keepHost: boolean;
}

/** Begins to send a request on as it came: same method, target, fields, order, letter case and coding. */
export function sendOn(incoming: IncomingMessage, sending: Sending): ClientRequest {
  const { method = "GET", rawHeaders } = incoming;
  const { upstream, path, connections, keepHost } = sending;
  const { isSecure, hostname: host, port, authority } = upstream;
  const headers = endToEnd(rawHeaders, keepHost ? null : authority);
  if (takesTrailers(rawHeaders)) headers.push("TE", "trailers", "Connection", "TE");
  const agent = isSecure ? connections.https : connections.http;
  const target = { agent, host, port, method, path, setHost: false, maxHeaderSize: longestHead };
  const open = isSecure ? requestHttps : requestHttp;
  return hasBody(rawHeaders) || !impliesBody(method)
    ? open({ ...target, headers })
    : withoutBody(open(target), headers);
}

/** RFC 9112, 6: a request has a body when one of these is there. */
export function hasBody(headers: readonly string[]): boolean {
  return (
    rawValues(headers, "transfer-encoding").length > 0 || rawValues(headers, "content-length").length > 0
  );
}

/** Methods for which Node would write `Transfer-Encoding: chunked` where nothing frames a body. */
function impliesBody(method: string): boolean {
  return !/^(?:GET|HEAD|DELETE|OPTIONS|TRACE|CONNECT)$/.test(method);
}

/** What is removed beforehand is not added: the request goes without a body and without saying so, as it came. */
function withoutBody(outgoing: ClientRequest, headers: readonly string[]): ClientRequest {
  outgoing.removeHeader("Transfer-Encoding");
  outgoing.removeHeader("Content-Length");
  for (let at = 0; at < headers.length; at += 2)
    outgoing.appendHeader(headers[at] as string, headers[at + 1] as string);
  return outgoing;
}
