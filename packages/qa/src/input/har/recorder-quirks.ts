import { type HeaderPair, headerValue, headerValues } from "@ittybit/contract";
import type { JsonObject } from "../json-value.js";

/*
 * What programs write into HAR files that HAR 1.2 does not say, or says otherwise. Each quirk names the program that was
 * seen to write it, and what makes it recognizable. Add one here, and a row to har-quirks.test.ts.
 */

/**
 * Statuses that stand for "no response".
 *
 * - 0: Chrome, Firefox and mitmproxy 11.0.2, for requests that were blocked, cancelled or failed.
 * - -1: Playwright 1.65.1 (`harTracer`), until the response comes; for good when none comes.
 * - -2: WebPageTest, for requests that failed.
 */
export const NO_RESPONSE_STATUSES: ReadonlySet<number> = new Set([0, -1, -2]);

/**
 * Chrome: a 307 "Internal Redirect" with the header `Non-Authoritative-Reason` (HSTS, or a redirect by an extension). The
 * browser made it up; nothing was sent.
 */
export function isMadeByBrowser(status: number, headers: readonly HeaderPair[]): boolean {
  return status === 307 && headerValue(headers, "non-authoritative-reason") !== undefined;
}

/**
 * Chrome, Firefox and mitmproxy: the `content` of a 304 is the cached body. The response itself had none (RFC 9110,
 * 15.4.5).
 */
export function hasCachedContent(status: number, { text }: JsonObject): boolean {
  return status === 304 && typeof text === "string" && text !== "";
}

/**
 * Firefox 77, not 71: names base64 for bodies that it writes as text (Mozilla bug 1762313, as ZAP works around it too). Proxyman
 * writes the name in capitals.
 */
export function isBase64(encoding: unknown, text: string): boolean {
  return typeof encoding === "string" && encoding.toLowerCase() === "base64" && !/[^\w+/=\s-]/.test(text);
}

/**
 * Chrome, for the body of a request: each byte as one character. Then the length of the text equals `Content-Length`.
 */
export function isCharacterPerByte(text: string, headers: readonly HeaderPair[]): boolean {
  const isSameLength = Number(headerValue(headers, "content-length")) === text.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: any byte
  return isSameLength && /^[\x00-\xff]*$/.test(text);
}

/** Programs that turn other logs into HAR: no headers, but the media type beside the body. */
export function withMediaType(
  headers: readonly HeaderPair[],
  mediaType: string | null,
): readonly HeaderPair[] {
  return headers.length === 0 && mediaType ? [["content-type", mediaType]] : headers;
}

/** Chrome since 30, for SPDY, HTTP/2 and HTTP/3: pseudo-headers (RFC 9113, 8.3) among the headers. */
export function isPseudoHeader(name: string): boolean {
  return name.startsWith(":");
}

const charset = /;\s*charset\s*=\s*("[^"]*"|[^;]*)/i;

/** All: text is UTF-8, whatever the charset on the wire was. Removes the charset. */
export function withoutCharset(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (!headerValues(headers, "content-type").some((value) => charset.test(value))) return headers;
  return headers.map(([name, value]) => [
    name,
    isNamed(name, "content-type") ? value.replace(charset, "") : value,
  ]);
}

/** All but Charles: bodies are decoded, and `Content-Encoding` stays. */
export function withoutCoding(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (headerValue(headers, "content-encoding") === undefined) return headers;
  return headers.filter(([name]) => !isNamed(name, "content-encoding"));
}

function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/**
 * Firefox, WebKit and Playwright: an empty body and a dropped one both have size 0; for a dropped one, the size on the wire
 * is -1 or missing, or `Content-Length` says otherwise.
 */
export function isKnownEmpty(
  { bodySize }: JsonObject,
  { size, text }: JsonObject,
  headers: readonly HeaderPair[],
): boolean {
  if (size !== 0 || Number(bodySize ?? 0) > 0) return false;
  const announced = headerValue(headers, "content-length");
  if (announced !== undefined) return Number(announced) === 0;
  return bodySize === 0 || (text === "" && bodySize === undefined);
}

/**
 * Headers and cookies that recorders drop, so that their absence proves nothing: Chrome since 130 exports HAR "sanitized"
 * unless asked otherwise, without Authorization, Cookie and Set-Cookie.
 */
export const DROPPED_HEADERS = /^(?:set-)?cookie$|^authorization$/i;
