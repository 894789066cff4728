import { headerValue, headerValues } from "@ittybit/contract";
import type { MockRequest } from "../http/message.js";
import { createProblem, type Problem } from "../problem.js";

/** `uri-host [ ":" port ]` without user info and path (RFC 9110, 7.2; RFC 3986, 3.2.2). */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i;

/** Rejects a request over HTTP/1.1 without exactly one well-formed Host header (RFC 9112, 3.2). */
export function checkHostHeader({ connection, headers }: MockRequest): Problem | null {
  if (connection === undefined) return null;
  const hosts = headerValues(headers, "host");
  const [host] = hosts;
  if (host === undefined) return connection.httpVersion === "1.0" ? null : createHostProblem("is missing");
  if (hosts.length > 1) return createHostProblem(`is sent ${hosts.length} times`);
  return HOST.test(host) ? null : createHostProblem("is not a host with an optional port");
}

/** Whether the Host header names this machine: an IP address, localhost, or the address that the server is bound to. */
export function isOwnHost({ connection, headers }: MockRequest): boolean {
  if (connection === undefined) return true;
  const host = (headerValue(headers, "host") ?? "").replace(/:\d*$/, "").toLowerCase();
  if (host === "" || host === connection.listenHost.toLowerCase()) return true;
  return /^(?:\[[\da-f:.]+\]|\d+(?:\.\d+){3}|(?:[\w-]+\.)*localhost)$/.test(host);
}

function createHostProblem(fault: string): Problem {
  return createProblem(400, [{ location: "header", field: "Host", message: `The Host header ${fault}.` }]);
}
