import { type Header, headerValue, type MockRequest } from "./message.js";

/** Headers of answers that scripts may read besides those of the document. */
const exposed = ["Allow", "Content-Length", "Retry-After", "WWW-Authenticate"];

/** How long a browser may remember a preflight, in seconds. */
const remembered = 600;

/** Lets a page of any origin call, with credentials (the Fetch standard, 3.3). None where no page asks. */
export function corsHeaders(request: MockRequest, documented: readonly string[]): Header[] {
  const origin = headerValue(request.headers, "origin");
  if (origin === undefined) return [];
  return [
    ["Access-Control-Allow-Origin", origin],
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Expose-Headers", [...new Set([...documented, ...exposed])].sort().join(", ")],
    ["Vary", "Origin"],
  ];
}

/** What a preflight is told: the methods of the path, and that the headers it asks for may be sent. */
export function preflightHeaders(request: MockRequest, allow: string): Header[] {
  if (headerValue(request.headers, "access-control-request-method") === undefined) return [];
  const wanted = headerValue(request.headers, "access-control-request-headers");
  const local = headerValue(request.headers, "access-control-request-private-network");
  return [
    ["Access-Control-Allow-Methods", allow],
    ...(wanted === undefined ? [] : [["Access-Control-Allow-Headers", wanted] as const]),
    ...(local === "true" ? [["Access-Control-Allow-Private-Network", "true"] as const] : []),
    ["Access-Control-Max-Age", String(remembered)],
  ];
}
