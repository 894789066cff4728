import * as zlib from "node:zlib";
import { type HeaderPair, headerValues } from "@ittybit/contract";

/** Undoes what `Content-Encoding` says, and does it again (RFC 9110, 8.4). */
export interface Codings {
  /** null: damaged, or larger than anybody reads. */
  decode(bytes: Uint8Array): Uint8Array | null;
  encode(bytes: Uint8Array): Uint8Array;
}

interface Coding {
  decode(bytes: Uint8Array, options: { maxOutputLength: number }): Uint8Array;
  encode(bytes: Uint8Array): Uint8Array;
}

/** Decoded bodies are searched up to this many bytes. */
const largest = 16 * 1024 * 1024;

const gzip: Coding = { decode: zlib.gunzipSync, encode: zlib.gzipSync };
const identity: Coding = { decode: (bytes) => bytes, encode: (bytes) => bytes };

const known: Readonly<Record<string, Coding>> = {
  identity,
  gzip,
  "x-gzip": gzip,
  deflate: { decode: inflate, encode: zlib.deflateSync },
  br: { decode: zlib.brotliDecompressSync, encode: zlib.brotliCompressSync },
};

/** Some senders mean raw deflate by `deflate`. */
function inflate(bytes: Uint8Array, options: { maxOutputLength: number }): Uint8Array {
  try {
    return zlib.inflateSync(bytes, options);
  } catch {
    return zlib.inflateRawSync(bytes, options);
  }
}

/** The codings of a message; null where one of them is not known here. */
export function readCodings(headers: readonly HeaderPair[]): Codings | null {
  const names = [
    ...namesOf(headers, "content-encoding"),
    ...namesOf(headers, "transfer-encoding").filter((name) => name !== "chunked"),
  ];
  const codings = names.map((name) => known[name]);
  if (codings.includes(undefined)) return null;
  const inOrder = codings as readonly Coding[];
  return {
    decode(bytes) {
      try {
        return inOrder.reduceRight((at, { decode }) => decode(at, { maxOutputLength: largest }), bytes);
      } catch {
        return null;
      }
    },
    encode: (bytes) => inOrder.reduce((at, { encode }) => encode(at), bytes),
  };
}

function namesOf(headers: readonly HeaderPair[], field: string): string[] {
  const names = headerValues(headers, field).flatMap((value) => value.toLowerCase().split(","));
  return names.map((name) => name.trim()).filter((name) => name !== "");
}
