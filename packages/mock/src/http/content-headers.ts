import { headerValue } from "@ittybit/contract";
import type { Header, MockResponse } from "./message.js";

/** Smaller bodies are not worth compressing. In bytes. */
const MIN_COMPRESSED_SIZE = 1024;

/** Media types that compression makes smaller. What is sent in ranges is never compressed. */
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|javascript)\b/i;

/** Whether a body is compressed for callers that accept it. */
function isCompressible({ headers, body }: MockResponse): boolean {
  if (body.length < MIN_COMPRESSED_SIZE || headerValue(headers, "accept-ranges") !== undefined) return false;
  return COMPRESSIBLE.test(headerValue(headers, "content-type") ?? "");
}

/** Adds `Vary` to a response that is compressed for callers that accept it (RFC 9110, section 12.5.5). */
export function varyByEncoding(response: MockResponse): MockResponse {
  if (!isCompressible(response)) return response;
  return { ...response, headers: [...response.headers, ["Vary", "Accept-Encoding"]] };
}

/** The Content-Length of a response, to a HEAD as to a GET (RFC 9110, section 8.6); none for a status without a body. */
export function contentLength({ status, body, file }: MockResponse): Header[] {
  if (status === 204 || status === 304) return [];
  return [["Content-Length", String(file ? file.end - file.start + 1 : body.length)]];
}
