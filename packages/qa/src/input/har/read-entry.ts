import type { ExchangeRequest, ExchangeResponse, HeaderPair } from "@ittybit/contract";
import type { ExchangeRecord } from "../exchange-record.js";
import {
  type JsonObject,
  optionalString,
  parseObject,
  requireObject,
  requireStatus,
  requireString,
} from "../json-value.js";
import { readContent, readPostData } from "./read-content.js";
import {
  hasCachedContent,
  isCutOff,
  isKnownEmpty,
  isMadeByBrowser,
  isNoResponse,
  isPseudoHeader,
  withMediaType,
} from "./recorder-quirks.js";

/**
 * Reads one entry of a HAR 1.2 file, as browsers, Playwright, Charles, mitmproxy and Postman write them.
 *
 * @throws RecordError when the entry is not an exchange
 */
export function readEntry(bytes: Uint8Array): ExchangeRecord {
  const entry = parseObject(bytes);
  const request = requireObject(entry.request, "request");
  const response = requireObject(entry.response ?? {}, "response");
  if (isNoResponse(Number(response.status ?? 0))) return { kind: "unanswered" };
  const status = requireStatus(response.status, "response.status");
  const content = requireObject(response.content ?? {}, "response.content");
  const headers = withMediaType(readHeaders(response.headers), optionalString(content.mimeType));
  if (isMadeByBrowser(status, headers)) return { kind: "unanswered" };
  const isCached = hasCachedContent(status, content);
  const sent = readRequest(request);
  const received = readBody(response, isCached ? {} : content, { status, headers, method: sent.method });
  return {
    kind: "exchange",
    exchange: { request: sent, response: { status, ...received } },
    id: optionalString(entry._id),
    started: optionalString(entry.startedDateTime),
    // browsers leave Authorization and Cookie out of exports by default
    mayLackCredentials: true,
    ...(isCached && { isCached }),
    secrets: [...cookieValues(request.cookies), ...cookieValues(response.cookies)],
  };
}

/** Values of a list of cookies, which recorders also write where they drop the header (HAR 1.2, `cookies`). */
function cookieValues(cookies: unknown): string[] {
  if (!Array.isArray(cookies)) return [];
  return cookies.flatMap((cookie: unknown) => {
    const value = (cookie as { readonly value?: unknown } | null)?.value;
    return typeof value === "string" ? [value] : [];
  });
}

function readRequest(request: JsonObject): ExchangeRequest {
  const method = requireString(request.method, "request.method");
  const url = requireString(request.url, "request.url");
  const { headers, body } = readPostData(request, readHeaders(request.headers));
  return { method, url, headers, body };
}

function readBody(
  response: JsonObject,
  content: JsonObject,
  { status, headers, method }: Pick<ExchangeResponse, "status" | "headers"> & { readonly method: string },
): Pick<ExchangeResponse, "headers" | "body"> {
  const isBodiless = status === 204 || status === 304 || method.toUpperCase() === "HEAD";
  const read = readContent(content, headers);
  const isEmpty = isBodiless || isKnownEmpty(response, content, headers);
  // an empty text stands for an empty body or for a dropped one
  if (read === null || content.text === "")
    return { headers: read?.headers ?? headers, body: isEmpty ? null : undefined };
  return { headers: read.headers, body: isCutOff(content, headers) ? undefined : read.body };
}

/**
 * Reads headers without the pseudo-headers of HTTP/2 (RFC 9113, 8.3). HAR has a list; some tools write an object.
 */
function readHeaders(value: unknown): HeaderPair[] {
  if (!Array.isArray(value)) return namedHeaders(value).filter(([name]) => !isPseudoHeader(name));
  const pairs: HeaderPair[] = [];
  for (const item of value) {
    const { name, value: text } = requireObject(item, "a header");
    if (typeof name !== "string" || isPseudoHeader(name)) continue;
    pairs.push([name, typeof text === "string" ? text : String(text ?? "")]);
  }
  return pairs;
}

/** Headers as an object: a name with several values has a list. @throws RecordError for a text and the like */
function namedHeaders(value: unknown): HeaderPair[] {
  return Object.entries(requireObject(value ?? {}, "the value of headers")).flatMap(([name, text]) =>
    (Array.isArray(text) ? text : [text]).map((one): HeaderPair => [name, String(one ?? "")]),
  );
}
