import { headerValue } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import { destinationOf } from "../request/destination.js";
import { NO_BYTES } from "./bytes.js";
import type { Header, MockRequest, MockResponse } from "./message.js";

/** Response headers that scripts may read in addition to the documented ones. */
const EXPOSED_HEADERS = ["Allow", "Content-Length", "Retry-After", "WWW-Authenticate"];

const PREFLIGHT_MAX_AGE_SECONDS = 600;

/** Lets a page of any origin read a response (the Fetch standard, 3.3). Leaves it alone if no page asks. */
export function withCors(
  request: MockRequest,
  response: MockResponse,
  { documentedHeaders }: Pick<MockContext, "documentedHeaders">,
): MockResponse {
  const origin = headerValue(request.headers, "origin");
  if (origin === undefined) return response;
  const exposed = [...new Set([...documentedHeaders, ...EXPOSED_HEADERS])].sort().join(", ");
  const cors: Header[] = [
    ["Access-Control-Allow-Origin", origin],
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Expose-Headers", exposed],
    ["Vary", "Origin"],
  ];
  return { ...response, headers: [...response.headers, ...cors] };
}

/**
 * Responds to OPTIONS with the methods of the path, to browsers as a preflight (RFC 9110, section 9.3.7). Returns null
 * for any other method, and if the document declares OPTIONS itself.
 */
export function respondToOptions(request: MockRequest, context: MockContext): MockResponse | null {
  if (request.method !== "OPTIONS") return null;
  const { url } = destinationOf(request, context.hosts);
  const match = context.contract.match({ method: "OPTIONS", url, headers: request.headers });
  if (match.outcome === "matched") return null;
  return optionsResponse(request, match.outcome === "unknown-method" ? match.allowed : ["GET", "HEAD"]);
}

/** The response to OPTIONS for a resource with these methods, to browsers as a preflight. */
export function optionsResponse(request: MockRequest, documented: readonly string[]): MockResponse {
  const allow = [...new Set([...documented, "OPTIONS"])].sort().join(", ");
  const headers: Header[] = [["Allow", allow], ...preflightHeaders(request, allow)];
  return { status: 204, headers, body: NO_BYTES };
}

function preflightHeaders(request: MockRequest, allow: string): Header[] {
  if (headerValue(request.headers, "access-control-request-method") === undefined) return [];
  const requested = headerValue(request.headers, "access-control-request-headers");
  const privateNetwork = headerValue(request.headers, "access-control-request-private-network");
  return [
    ["Access-Control-Allow-Methods", allow],
    ...(requested === undefined ? [] : [["Access-Control-Allow-Headers", requested] as const]),
    ...(privateNetwork === "true" ? [["Access-Control-Allow-Private-Network", "true"] as const] : []),
    ["Access-Control-Max-Age", String(PREFLIGHT_MAX_AGE_SECONDS)],
  ];
}
