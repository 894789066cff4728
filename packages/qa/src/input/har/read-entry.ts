import type { Body, ExchangeRequest, ExchangeResponse, HeaderPair } from "@ittybit/contract";
import { headerValue } from "@ittybit/contract";
import type { ExchangeRecord } from "../exchange-record.js";
import {
  type JsonObject,
  optionalString,
  parseJson,
  requireObject,
  requireStatus,
  requireString,
} from "../json-value.js";
import { readContent, readPostData, withMediaType } from "./read-content.js";

/**
 * Reads one entry of a HAR 1.2 file, as browsers, Playwright, Charles, mitmproxy and Postman write them.
 *
 * @throws RecordError when the entry is not an exchange
 */
export function readEntry(bytes: Uint8Array): ExchangeRecord {
  const entry = requireObject(parseJson(bytes), "it");
  const request = requireObject(entry.request, "request");
  const response = requireObject(entry.response ?? {}, "response");
  const status = requireStatus(response.status ?? 0, "response.status");
  // 0 stands for a blocked, cancelled or lost request; Playwright writes -1
  if (status === 0) return { kind: "unanswered" };
  const sent = readRequest(request);
  return {
    kind: "exchange",
    exchange: { request: sent, response: readResponse(response, status, sent.method) },
    id: optionalString(entry._id),
    started: optionalString(entry.startedDateTime),
    // browsers leave Authorization and Cookie out of exports by default
    mayLackCredentials: true,
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

function readResponse(response: JsonObject, status: number, method: string): ExchangeResponse {
  const content = requireObject(response.content ?? {}, "response.content");
  const headers = withMediaType(readHeaders(response.headers), optionalString(content.mimeType));
  const isBodiless = status === 204 || status === 304 || method.toUpperCase() === "HEAD";
  const read = readContent(content, headers);
  const isEmpty = isBodiless || isKnownEmpty(response, content, headers);
  if (read === null) return { status, headers, body: isEmpty ? null : undefined };
  return { status, headers: read.headers, body: content.text === "" ? emptyBody(isEmpty) : read.body };
}

/** An empty text stands for an empty body or for a dropped one. */
function emptyBody(isEmpty: boolean): Body {
  return isEmpty ? null : undefined;
}

/** Recorders write size 0 for empty bodies and for dropped ones; for those, the size on the wire is -1 or missing. */
function isKnownEmpty(
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
 * Reads headers without the pseudo-headers of HTTP/2 (RFC 9113, 8.3). HAR has a list; some tools write an object.
 */
function readHeaders(value: unknown): HeaderPair[] {
  if (!Array.isArray(value)) return namedHeaders(value).filter(([name]) => !name.startsWith(":"));
  const pairs: HeaderPair[] = [];
  for (const item of value) {
    const { name, value: text } = requireObject(item, "a header");
    if (typeof name !== "string" || name.startsWith(":")) continue;
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
