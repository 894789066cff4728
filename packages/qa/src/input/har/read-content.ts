import { isUtf8 } from "node:buffer";
import type { Body, HeaderPair } from "@ittybit/contract";
import { headerValue, headerValues } from "@ittybit/contract/findings";
import { type JsonObject, optionalString, requireObject } from "../json-value.js";
import { textBody } from "../text-body.js";
import { formFromParams } from "./form-params.js";
import type { RecordedBody } from "./recorded-body.js";
import {
  isBase64,
  isCharacterPerByte,
  withMediaType,
  withoutCharset,
  withoutCoding,
} from "./recorder-quirks.js";

/** Reads `content` of a response (HAR 1.2); null if it has no text. */
export function readContent(
  { text, encoding }: JsonObject,
  headers: readonly HeaderPair[],
): RecordedBody | null {
  if (typeof text !== "string") return null;
  if (!isBase64(encoding, text))
    return { headers: withoutCharset(withoutCoding(headers)), body: textBody(text) };
  const body = Buffer.from(text, "base64");
  return { headers: isStillCoded(body, headers) ? headers : withoutCoding(headers), body };
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
  if (text) return { headers: withoutCharset(given), body: sentBody(text, given) };
  return formFromParams(data, given);
}

function sentBody(text: string, headers: readonly HeaderPair[]): Body {
  return isCharacterPerByte(text, headers) ? Buffer.from(text, "latin1") : textBody(text);
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
