import type { HeaderPair } from "@ittybit/contract";
import { headerValue, headerValues } from "@ittybit/contract/findings";
import type { JsonObject } from "../json-value.js";

/*
 * What programs write into HAR files that HAR 1.2 does not say, or says otherwise, and what makes it recognizable. A program
 * with a version was run, and wrote it; others come with their source. Chrome 156 and Firefox 153.7 are the exports of their
 * developer tools. Add a quirk here, and a row to har-quirks.test.ts.
 */

/**
 * Statuses that stand for "no response".
 *
 * - 0: Chrome 156, Firefox 153.7 and mitmproxy 11.0.2, for requests that were blocked, cancelled or failed.
 * - -1: Playwright 1.65.1 (`harTracer`), until the response comes; for good when none comes.
 * - -2: WebPageTest of 2014, for requests that failed (catchpoint/WebPageTest issue 267).
 * - -999: a recorder of 2015 that is not named (sdstoehr/har-reader issue 1).
 */
export function isNoResponse(status: number): boolean {
  return status <= 0;
}

/**
 * Chrome 156: a 307 "Internal Redirect" with the header `Non-Authoritative-Reason` (HSTS, or a redirect by an extension). The
 * browser made it up; nothing was sent.
 */
export function isMadeByBrowser(status: number, headers: readonly HeaderPair[]): boolean {
  return status === 307 && headerValue(headers, "non-authoritative-reason") !== undefined;
}

/**
 * Chrome 156, Firefox 153.7 and, by report without a version, mitmproxy: the `content` of a 304 is the cached body. The
 * response itself had none (RFC 9110, 15.4.5).
 */
export function hasCachedContent(status: number, { text }: JsonObject): boolean {
  return status === 304 && typeof text === "string" && text !== "";
}

/**
 * Firefox 77, not 71 and not 153.7: names base64 for bodies that it writes as text (Mozilla bug 1762313;
 * outersky/har-tools pull request 15; zaproxy/zap-extensions pull request 5726). The name in capitals: Proxyman, by report
 * without a version.
 */
export function isBase64(encoding: unknown, text: string): boolean {
  return typeof encoding === "string" && encoding.toLowerCase() === "base64" && !/[^\w+/=\s-]/.test(text);
}

/**
 * Chrome 156, for the body of a request that is not text, and Firefox 153.7, for a form with a file: each byte as one
 * character. Then the length of the text equals `Content-Length`.
 */
export function isCharacterPerByte(text: string, headers: readonly HeaderPair[]): boolean {
  const isSameLength = Number(headerValue(headers, "content-length")) === text.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: any byte
  return isSameLength && /^[\x00-\xff]*$/.test(text);
}

/** Programs that turn other logs into HAR (none known by name): no headers, but the media type beside the body. */
export function withMediaType(
  headers: readonly HeaderPair[],
  mediaType: string | null,
): readonly HeaderPair[] {
  return headers.length === 0 && mediaType ? [["content-type", mediaType]] : headers;
}

/** Chrome of 2020, for HTTP/2 and HTTP/3: pseudo-headers (RFC 9113, 8.3) among the headers (grafana/har-to-k6 issue 12). */
export function isPseudoHeader(name: string): boolean {
  return name.startsWith(":");
}

const charset = /;\s*charset\s*=\s*("[^"]*"|[^;]*)/i;

/** Chrome 156, Firefox 153.7 and others: text is UTF-8, whatever the charset on the wire was. Removes the charset. */
export function withoutCharset(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (!headerValues(headers, "content-type").some((value) => charset.test(value))) return headers;
  return headers.map(([name, value]) => [
    name,
    isNamed(name, "content-type") ? value.replace(charset, "") : value,
  ]);
}

/**
 * Chrome 156, Firefox 153.7, mitmproxy 11.0.2 and Playwright 1.65.1: bodies are decoded, and `Content-Encoding` stays. Charles
 * writes the bytes of the wire as base64 (alufers/mitmproxy2swagger pull request 20, of 2022).
 */
export function withoutCoding(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (headerValue(headers, "content-encoding") === undefined) return headers;
  return headers.filter(([name]) => !isNamed(name, "content-encoding"));
}

function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/**
 * Chrome 156, Playwright 1.65.1: an empty body and a dropped one both have size 0; for a dropped one, the size on the wire is
 * negative or missing, or `Content-Length` says otherwise. The size on the wire of Firefox 153.7 includes the headers.
 */
export function isKnownEmpty(
  { bodySize }: JsonObject,
  { size, text }: JsonObject,
  headers: readonly HeaderPair[],
): boolean {
  if (size !== 0) return false;
  const announced = headerValue(headers, "content-length");
  if (announced !== undefined) return Number(announced) === 0;
  return bodySize === 0 || (text === "" && bodySize === undefined);
}

/**
 * Firefox 153.7: the part of a body that had arrived when the request was cancelled or the connection broke. Its size is less
 * than `Content-Length`. A text that ends as JSON does is whole: some recorders drop `Content-Encoding`, and keep the length of
 * the compressed body.
 */
export function isCutOff({ size, text }: JsonObject, headers: readonly HeaderPair[]): boolean {
  if (typeof size !== "number" || typeof text !== "string") return false;
  const isShort = size < Number(headerValue(headers, "content-length") ?? 0);
  return isShort && headerValue(headers, "content-encoding") === undefined && !/[}\]]\s*$/.test(text);
}

/**
 * Headers and cookies that recorders drop, so that their absence proves nothing: Chrome (since 130 by its release notes; run
 * with 156) exports HAR "sanitized" unless asked otherwise, without Authorization, Cookie and Set-Cookie.
 */
export const DROPPED_HEADERS = /^(?:set-)?cookie$|^authorization$/i;
