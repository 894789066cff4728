import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { headerValue } from "@ittybit/contract";
import { varyByEncoding } from "./content-headers.js";
import type { Header, MockResponse } from "./message.js";
import { parseRanges } from "./negotiate.js";

const ENCODERS = {
  br: (body: Uint8Array) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Uint8Array) => gzipSync(body),
} as const;
type Encoding = keyof typeof ENCODERS;

/** Encodings of a body. A cached response keeps its body object, so each encoding is made once. */
const encodedBodies = new WeakMap<Uint8Array, Map<Encoding, Uint8Array>>();

/** Encodes a response with br or gzip if the caller accepts it (RFC 9110, section 12.5.3). */
export function compress(response: MockResponse, requestHeaders: readonly Header[]): MockResponse {
  const varied = varyByEncoding(response);
  if (varied === response) return response;
  const encoding = selectEncoding(headerValue(requestHeaders, "accept-encoding"));
  if (encoding === null) return varied;
  const encodings = encodedBodies.get(response.body) ?? new Map<Encoding, Uint8Array>();
  const body = encodings.get(encoding) ?? ENCODERS[encoding](response.body);
  encodedBodies.set(response.body, encodings.set(encoding, body));
  return { ...varied, headers: [...varied.headers, ["Content-Encoding", encoding]], body };
}

function selectEncoding(accepted: string | undefined): Encoding | null {
  if (accepted === undefined) return null;
  const ranges = parseRanges(accepted);
  const quality = (name: string) =>
    (ranges.find(({ type }) => type === name) ?? ranges.find(({ type }) => type === "*"))?.quality ?? 0;
  if (quality("br") === 0 && quality("gzip") === 0) return null;
  return quality("br") >= quality("gzip") ? "br" : "gzip";
}
