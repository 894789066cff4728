import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readRanges } from "./accept.js";
import { type Header, headerValue, type MockResponse } from "./message.js";

/** Smallest body that is worth it, in bytes. */
const smallest = 1024;

const encoders = {
  br: (body: Uint8Array) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Uint8Array) => gzipSync(body),
} as const;

/** Bodies are the same objects as long as an answer is remembered, so their encodings are made once. */
const made = new WeakMap<Uint8Array, Map<keyof typeof encoders, Uint8Array>>();

/** An answer in the encoding that the caller takes (RFC 9110, section 12.5.3): br, gzip, or as it is. */
export function compress(response: MockResponse, requestHeaders: readonly Header[]): MockResponse {
  if (response.body.length < smallest) return response;
  const encoding = choose(headerValue(requestHeaders, "accept-encoding"));
  const headers: Header[] = [...response.headers, ["Vary", "Accept-Encoding"]];
  if (encoding === null) return { ...response, headers };
  const encodings = made.get(response.body) ?? new Map<keyof typeof encoders, Uint8Array>();
  const body = encodings.get(encoding) ?? encoders[encoding](response.body);
  made.set(response.body, encodings.set(encoding, body));
  return { ...response, headers: [...headers, ["Content-Encoding", encoding]], body };
}

function choose(accepted: string | undefined): keyof typeof encoders | null {
  if (accepted === undefined) return null;
  const ranges = readRanges(accepted);
  const quality = (name: string) =>
    (ranges.find(({ type }) => type === name) ?? ranges.find(({ type }) => type === "*"))?.quality ?? 0;
  if (quality("br") === 0 && quality("gzip") === 0) return null;
  return quality("br") >= quality("gzip") ? "br" : "gzip";
}
