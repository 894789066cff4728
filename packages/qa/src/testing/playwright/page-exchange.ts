import { type Body, type HeaderPair, headerValues } from "@ittybit/contract";
import type { Request, Response } from "@playwright/test";
import { isEndless } from "../fetch-response.js";
import type { LiveExchange } from "../live-checker.js";

/**
 * Reads the exchange of a page; null if the page was closed before the headers could be read.
 *
 * @param ended once it resolves, a body that has not arrived counts as not recorded
 */
export async function readPageExchange(
  response: Response,
  ended: Promise<unknown>,
): Promise<LiveExchange | null> {
  const request = response.request();
  const fields = await Promise.all([request.headersArray(), response.headersArray()]).catch(() => null);
  if (fields === null) return null;
  const [sent, received] = fields.map(headerPairs) as [HeaderPair[], HeaderPair[]];
  const body = await responseBody(response, received, ended);
  return {
    request: {
      method: request.method(),
      url: request.url(),
      headers: sent,
      body: requestBody(request, sent),
    },
    response: { status: response.status(), headers: withoutCoding(received), body },
  };
}

/** Drops the pseudo-headers of HTTP/2 (RFC 9113, 8.3), which are not fields. */
function headerPairs(headers: readonly { readonly name: string; readonly value: string }[]): HeaderPair[] {
  return headers.flatMap(({ name, value }): HeaderPair[] => (name.startsWith(":") ? [] : [[name, value]]));
}

/** Drops Content-Encoding: Playwright decodes the body but keeps the header. */
export function withoutCoding(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers.filter(([name]) => name.toLowerCase() !== "content-encoding") as HeaderPair[];
}

/** Browsers do not expose the files of a form: a body shorter than announced is not recorded. */
function requestBody(request: Request, headers: readonly HeaderPair[]): Body {
  const body = request.postDataBuffer();
  const [announced] = headerValues(headers, "content-length");
  const isStreamed = headerValues(headers, "transfer-encoding").length > 0;
  if (body === null) return isStreamed || Number(announced ?? 0) > 0 ? undefined : null;
  const isWhole = announced === undefined ? !mayHoldFiles(headers) : Number(announced) === body.length;
  return isWhole ? new Uint8Array(body) : undefined;
}

function mayHoldFiles(headers: readonly HeaderPair[]): boolean {
  return /^multipart\//i.test(headerValues(headers, "content-type")[0] ?? "");
}

async function responseBody(
  response: Response,
  headers: readonly HeaderPair[],
  ended: Promise<unknown>,
): Promise<Body> {
  const status = response.status();
  if (status === 204 || status === 304 || response.request().method() === "HEAD") return null;
  const isRedirect = status >= 300 && status < 400 && headerValues(headers, "location").length > 0;
  if (isRedirect || isEndless(headerValues(headers, "content-type")[0])) return undefined;
  // The body is lost when the page navigates away or closes.
  const body = response.finished().then(async (failure) => {
    return failure === null ? new Uint8Array(await response.body()) : undefined;
  });
  return Promise.race([body.catch(() => undefined), ended.then(() => undefined)]);
}
