import { type Body, type HeaderPair, headerValues } from "@ittybit/contract";
import type { Request, Response } from "@playwright/test";
import { isEndless } from "../fetch-response.js";
import type { LiveExchange } from "../live-checker.js";

/**
 * Reads what a page was answered; null where the page was closed before its headers could be had.
 *
 * @param ended nothing is waited for any more: a body that is still on its way counts as not recorded
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

/** Header pairs without the pseudo-headers of HTTP/2 (RFC 9113, 8.3), which are no fields. */
function headerPairs(headers: readonly { readonly name: string; readonly value: string }[]): HeaderPair[] {
  return headers.flatMap(({ name, value }): HeaderPair[] => (name.startsWith(":") ? [] : [[name, value]]));
}

/** Bodies come decoded, beside the header of their coding. */
export function withoutCoding(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers.filter(([name]) => name.toLowerCase() !== "content-encoding") as HeaderPair[];
}

/** Browsers do not show the files of a form: a body that is shorter than announced was not recorded. */
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
  // a page that navigates away, or closes, takes its bodies along
  const body = response.finished().then(async (failure) => {
    return failure === null ? new Uint8Array(await response.body()) : undefined;
  });
  return Promise.race([body.catch(() => undefined), ended.then(() => undefined)]);
}
