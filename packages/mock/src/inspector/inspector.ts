import type { MockContext } from "../context.js";
import type { Header, MockRequest, MockResponse } from "../http/message.js";
import { pathOf } from "../request/destination.js";
import { renderPage } from "./page.js";
import { serviceWorkerScript } from "./service-worker.js";

/** Responds to the mock's own paths below `/__mock`. Returns null for every other path. */
export function respondAsInspector(request: MockRequest, context: MockContext): MockResponse | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  switch (pathOf(request.url)) {
    case "/__mock":
      return ok("text/html; charset=utf-8", renderPage(context));
    case "/__mock/worker.js":
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
