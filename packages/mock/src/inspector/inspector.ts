import type { MockContext } from "../context.js";
import type { Header, MockRequest, MockResponse } from "../http/message.js";
import { pathOf } from "../request/destination.js";
import { isOwnHost } from "../request/host-header.js";
import { problemResponse } from "../response/problem-response.js";
import { renderPage } from "./page.js";
import { serviceWorkerScript } from "./service-worker.js";

const ROOT = "/__mock";

/**
 * Responds to the mock's own paths below `/__mock`. Returns null for every other path. A host name that resolves to this
 * machine but is not its own gets a 421, so that a page cannot read the history through DNS rebinding.
 */
export function respondAsInspector(request: MockRequest, context: MockContext): MockResponse | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const path = pathOf(request.url);
  if (path !== ROOT && !path.startsWith(`${ROOT}/`)) return null;
  if (!isOwnHost(request)) {
    const message = `${ROOT} is served on localhost, IP addresses and the host of --host only.`;
    return problemResponse(context, { status: 421, message, details: [] });
  }
  switch (path) {
    case ROOT:
      return ok("text/html; charset=utf-8", renderPage(context));
    case `${ROOT}/worker.js`:
      return ok("text/javascript; charset=utf-8", serviceWorkerScript(context.hosts));
    default:
      return null;
  }
}

function ok(mediaType: string, text: string): MockResponse {
  const headers: Header[] = [
    ["Content-Type", mediaType],
    ["Cache-Control", "no-store"],
    ["X-Content-Type-Options", "nosniff"],
    ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"],
  ];
  return { status: 200, headers, body: Buffer.from(text) };
}
