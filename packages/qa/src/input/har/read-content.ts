import { isUtf8 } from "node:buffer";
import { type HeaderPair, headerValue, headerValues } from "@ittybit/contract";
import { type JsonObject, optionalString, requireObject } from "../json-value.js";
import { formFromParams } from "./form-params.js";
import type { RecordedBody } from "./recorded-body.js";

/** Reads `content` of a response (HAR 1.2); null if it has no text. */
export function readContent(
  { text, encoding }: JsonObject,
  headers: readonly HeaderPair[],
): RecordedBody | null {
  if (typeof text !== "string") return null;
  if (!isBase64(encoding, text)) return { headers: asUtf8(decoded(headers)), body: bytesOf(text) };
  const body = Buffer.from(text, "base64");
  return { headers: isStillCoded(body, headers) ? headers : decoded(headers), body };
}

/** Reads `postData` of a request (HAR 1.2). Recorders often drop files; such a body counts as not recorded. */
export function readPostData(request: JsonObject, headers: readonly HeaderPair[]): RecordedBody {
  if (request.postData === undefined || request.postData === null) {
    const announced = Number(headerValue(headers, "content-length") ?? 0);
    const isEmpty = announced === 0 && Number(request.bodySize ?? 0) <= 0 && !isChunked(headers);
    return { headers, body: isEmpty ? null : undefined };
  }
  const data = requireObject(request.postData, "request.postData");
  const text = optionalString(data.text);
  const given = withMediaType(headers, optionalString(data.mimeType));
  if (text && isBase64(data.encoding, text)) return { headers: given, body: Buffer.from(text, "base64") };
  if (text) return { headers: asUtf8(given), body: sentBytes(text, given) };
  return formFromParams(data, given);
}

/** Some recorders write each byte as one character; then the length of the text equals `Content-Length`. */
function sentBytes(text: string, headers: readonly HeaderPair[]): Uint8Array {
  const isPerByte = Number(headerValue(headers, "content-length")) === text.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: any byte
  return isPerByte && /^[\x00-\xff]*$/.test(text) ? Buffer.from(text, "latin1") : bytesOf(text);
}

/** Firefox also names base64 for bodies that it writes as text. */
function isBase64(encoding: unknown, text: string): boolean {
  return typeof encoding === "string" && encoding.toLowerCase() === "base64" && !/[^\w+/=\s-]/.test(text);
}

/** Some exports drop all headers and keep the media type beside the body. */
export function withMediaType(
  headers: readonly HeaderPair[],
  mediaType: string | null,
): readonly HeaderPair[] {
  return headers.length === 0 && mediaType ? [["content-type", mediaType]] : headers;
}

function isChunked(headers: readonly HeaderPair[]): boolean {
  return headerValue(headers, "transfer-encoding") !== undefined;
}

/**
 * Whether binary content is still compressed. gzip and zstd have magic numbers; the output of the other codings is never
 * valid UTF-8.
 */
function isStillCoded(body: Uint8Array, headers: readonly HeaderPair[]): boolean {
  const coding = headerValues(headers, "content-encoding").join(",").toLowerCase();
  if (coding.includes("gzip")) return body[0] === 0x1f && body[1] === 0x8b;
  if (coding.includes("zstd")) return body[0] === 0x28 && body[1] === 0xb5;
  return /\b(br|deflate)\b/.test(coding) && !isUtf8(body);
}

function decoded(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (headerValue(headers, "content-encoding") === undefined) return headers;
  return headers.filter(([name]) => !isNamed(name, "content-encoding"));
}

/** Recorders store text as UTF-8, whatever the charset on the wire was: removes the charset. */
function asUtf8(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  if (!headerValues(headers, "content-type").some((value) => charset.test(value))) return headers;
  return headers.map(([name, value]) => [
    name,
    isNamed(name, "content-type") ? value.replace(charset, "") : value,
  ]);
}

const charset = /;\s*charset\s*=\s*("[^"]*"|[^;]*)/i;

function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}

/** Text as UTF-8. */
function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}
