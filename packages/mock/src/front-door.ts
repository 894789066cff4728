import { setTimeout as sleep } from "node:timers/promises";
import { type Answered, answer, envelope } from "./answer.js";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { destinationOf } from "./host.js";
import type { Kitchen } from "./kitchen.js";
import type { Header, MockRequest, MockResponse } from "./message.js";
import { mockPage } from "./page.js";
import type { Exchanged, History } from "./record.js";
import { workerScript } from "./worker-script.js";

/** What surrounds the answers of a mock. */
export interface House {
  /** Changes when the document is read again. */
  readonly kitchen: () => Kitchen;
  readonly history: History;
}

/**
 * Answers a request in full: the mock's own pages, OPTIONS, the API, with CORS, latency and a record of it.
 *
 * @param origin where the links of the answer lead, if not where the request went
 */
export async function receive(request: MockRequest, house: House, origin?: string): Promise<MockResponse> {
  const kitchen = house.kitchen();
  const start = performance.now();
  // pages of other origins may call the API, but not read what was called
  const own = ownPage(request, house, kitchen);
  if (own) return own;
  const options = request.method === "OPTIONS" ? answerOptions(request, kitchen) : null;
  if (options) return withCors(request, options, kitchen);
  const answered = await answerSafely(request, kitchen, origin);
  const [least, most] = kitchen.options.latency;
  const delay = answered.delay + least + Math.random() * (most - least);
  if (delay > 0) await sleep(delay);
  const { operationId, findings, response } = answered;
  const { status } = response;
  const milliseconds = performance.now() - start;
  const path = pathOf(request.url);
  const exchanged: Exchanged = { method: request.method, path, operationId, status, milliseconds, findings };
  house.history.add(exchanged);
  kitchen.options.onAnswer(exchanged);
  return withCors(request, response, kitchen);
}

/** An error of our own is an answer too: a 500 in the envelope, so that no caller is left waiting. */
async function answerSafely(request: MockRequest, kitchen: Kitchen, origin?: string): Promise<Answered> {
  try {
    return await answer(request, kitchen, origin);
  } catch (error) {
    const message = `The mock failed: ${error instanceof Error ? error.message : error}`;
    const response = envelope(kitchen, { status: 500, message, details: [] }, []);
    return { response, operationId: null, findings: [message], delay: 0 };
  }
}

function ownPage(request: MockRequest, { history }: House, kitchen: Kitchen): MockResponse | null {
  const path = pathOf(request.url);
  if (!path.startsWith("/__mock") || !/^(GET|HEAD)$/.test(request.method)) return null;
  if (path === "/__mock") return page("text/html; charset=utf-8", mockPage(kitchen, history.last));
  if (path === "/__mock/worker.js")
    return page("text/javascript; charset=utf-8", workerScript(kitchen.hosts));
  return null;
}

function page(mediaType: string, text: string): MockResponse {
  const headers: Header[] = [
    ["Content-Type", mediaType],
    ["Cache-Control", "no-store"],
    ["X-Content-Type-Options", "nosniff"],
    ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"],
  ];
  return { status: 200, headers, body: Buffer.from(text) };
}

/** OPTIONS says what a path takes, to browsers as a preflight (RFC 9110, section 9.3.7). null where the document has it. */
function answerOptions(request: MockRequest, kitchen: Kitchen): MockResponse | null {
  const { url } = destinationOf(request, kitchen.hosts);
  const match = kitchen.contract.match({ method: "OPTIONS", url, headers: request.headers });
  if (match.outcome === "matched") return null;
  const known = match.outcome === "unknown-method" ? match.allowed : ["GET", "HEAD"];
  const allow = [...new Set([...known, "OPTIONS"])].sort().join(", ");
  return {
    status: 204,
    headers: [["Allow", allow], ...preflightHeaders(request, allow)],
    body: Buffer.alloc(0),
  };
}

function withCors(
  request: MockRequest,
  response: MockResponse,
  { documentedHeaders }: Kitchen,
): MockResponse {
  const cors = corsHeaders(request, documentedHeaders);
  return cors.length === 0 ? response : { ...response, headers: [...response.headers, ...cors] };
}

/** The path of a request target, without query and fragment. */
function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "") || "/";
}
