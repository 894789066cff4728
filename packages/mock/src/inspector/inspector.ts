import { headerValue } from "@ittybit/contract";
import type { MockContext } from "../context.js";
import { encodeText, NO_BYTES } from "../http/bytes.js";
import type { Header, MockRequest, MockResponse } from "../http/message.js";
import { destinationOf, pathOf } from "../request/destination.js";
import { isOwnHost } from "../request/host-header.js";
import { problemResponse } from "../response/problem-response.js";
import { control } from "./control-api.js";
import { renderPage } from "./page.js";
import { serviceWorkerScript } from "./service-worker.js";

const ROOT = "/__mock";

/** Largest body of a control request, in bytes. */
const MAX_CONTROL_BODY = 10_000;

/**
 * Responds to the mock's own paths below `/__mock`. Returns null for every other path. A host name that resolves to this
 * machine but is not its own gets a 421, so that a page cannot read the history through DNS rebinding; a page of another
 * origin cannot change anything. A browser that opens `/` is redirected to `/__mock`.
 */
export async function respondAsInspector(
  request: MockRequest,
  context: MockContext,
): Promise<MockResponse | null> {
  const path = pathOf(request.url);
  if (path === "/" && isNavigation(request) && !hasRootOperation(request, context))
    return redirectToRoot(302);
  if (path !== ROOT && !path.startsWith(`${ROOT}/`)) return null;
  const reject = (status: number, message: string) =>
    problemResponse(context, { status, message, details: [] });
  if (!isOwnHost(request)) {
    return reject(421, `${ROOT} is served on localhost, IP addresses and the host of --host only.`);
  }
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && path === ROOT) return page("text/html; charset=utf-8", renderPage(context));
  if (isRead && path === `${ROOT}/worker.js`)
    return page("text/javascript; charset=utf-8", serviceWorkerScript(context.hosts));
  if (!isSameOrigin(request)) return reject(403, `A page of another origin cannot use ${ROOT}.`);
  const body = await readBody(request);
  if (body.kind === "invalid") return reject(400, "The body is not JSON of at most 10 kB.");
  const method = request.method === "HEAD" ? "GET" : request.method;
  const result = control(context, method, path.slice(ROOT.length + 1), body.value);
  if (result.kind === "rejected") return reject(result.status, result.message);
  await context.kept?.flush();
  // a button of the page leads back to the page
  if (body.kind === "form") return redirectToRoot(303, context.store);
  return page("application/json", JSON.stringify(result.value));
}

/** Whether a browser opens a page. */
function isNavigation({ method, headers }: MockRequest): boolean {
  return method === "GET" && /\btext\/html\b/i.test(headerValue(headers, "accept") ?? "");
}

/** Whether the document has an operation at `/`, which is then served there. */
function hasRootOperation(request: MockRequest, { hosts, anyHostContract }: MockContext): boolean {
  const { url } = destinationOf(request, hosts);
  return anyHostContract.match({ ...request, url }).outcome === "matched";
}

function redirectToRoot(status: 302 | 303, store: string | null = null): MockResponse {
  const location = store === null ? ROOT : `${ROOT}?store=${store}`;
  return { status, headers: [["Location", location]], body: NO_BYTES };
}

function isForm({ headers }: MockRequest): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headerValue(headers, "content-type") ?? "");
}

function isSameOrigin({ headers }: MockRequest): boolean {
  const origin = headerValue(headers, "origin");
  const host = headerValue(headers, "host");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

type ControlBody =
  | { readonly kind: "json"; readonly value: unknown }
  /** As a button of the page sends it. */
  | { readonly kind: "form"; readonly value: unknown }
  | { readonly kind: "invalid" };

/** Reads JSON, whatever its media type: curl sends it as a form. */
async function readBody(request: MockRequest): Promise<ControlBody> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size <= MAX_CONTROL_BODY) text += decoder.decode(chunk, { stream: true });
  }
  if (size > MAX_CONTROL_BODY) return { kind: "invalid" };
  text += decoder.decode();
  if (isForm(request) && !/^\s*[[{"]/.test(text)) {
    return { kind: "form", value: Object.fromEntries(new URLSearchParams(text)) };
  }
  if (size === 0) return { kind: "json", value: undefined };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "invalid" };
  }
}

function page(mediaType: string, text: string): MockResponse {
  const headers: Header[] = [
    ["Content-Type", mediaType],
    ["Cache-Control", "no-store"],
    ["X-Content-Type-Options", "nosniff"],
    ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"],
  ];
  return { status: 200, headers, body: encodeText(text) };
}
