import { contentEncodings } from "../body/decompress.js";
import { type HeaderPair, headerValues } from "../exchange.js";

/** Largest decoded body that is read, in bytes. */
const MAX_DECODED_BYTES = 64 * 1024 * 1024;

/** Undoes and redoes content codings and the charset of a body. */
export interface BodyCoding {
  /** The text of a body; null when its coding is unknown or damaged, or when it is too large. */
  decode(bytes: Uint8Array): string | null;
  /** Encodes a text as the body was that `decode` read last. */
  encode(text: string): Uint8Array;
}

type Zlib = Readonly<
  Record<string, (bytes: Uint8Array, options?: { maxOutputLength: number }) => Uint8Array>
>;

/** Functions of `node:zlib` by content coding: decoders to try in order, then the encoder. */
const CODINGS: Readonly<Record<string, readonly [readonly string[], string]>> = {
  gzip: [["gunzipSync"], "gzipSync"],
  "x-gzip": [["gunzipSync"], "gzipSync"],
  deflate: [["inflateSync", "inflateRawSync"], "deflateSync"],
  br: [["brotliDecompressSync"], "brotliCompressSync"],
  zstd: [["zstdDecompressSync"], "zstdCompressSync"],
};

/** The coding of a body by its headers; null when a coding is unknown here. */
export function bodyCoding(headers: readonly HeaderPair[]): BodyCoding | null {
  const names = [
    ...contentEncodings(headerValues(headers, "content-encoding")),
    ...contentEncodings(headerValues(headers, "transfer-encoding")).filter((name) => name !== "chunked"),
  ].filter((name) => name !== "identity");
  const zlib = names.length === 0 ? {} : nodeZlib();
  if (names.some((name) => zlib[CODINGS[name]?.[1] ?? ""] === undefined)) return null;
  let charset: Charset = UTF8;
  return {
    decode(bytes) {
      const plain = names.reduceRight<Uint8Array | null>(
        (at, name) => at && decodeOne(at, name, zlib),
        bytes,
      );
      if (plain === null || plain.length > MAX_DECODED_BYTES) return null;
      charset = charsetOf(plain, headers);
      return charset.decode(plain) ?? LATIN1.decode(plain);
    },
    encode: (text) => names.reduce((at, name) => encodeOne(at, name, zlib), charset.encode(text)),
  };
}

/** Node's zlib without an import, so that the module also loads in a browser. */
function nodeZlib(): Zlib {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => Zlib | undefined } };
  return process?.getBuiltinModule?.("node:zlib") ?? {};
}

function decodeOne(bytes: Uint8Array, name: string, zlib: Zlib): Uint8Array | null {
  for (const decoder of CODINGS[name]?.[0] ?? []) {
    try {
      return zlib[decoder]?.(bytes, { maxOutputLength: MAX_DECODED_BYTES }) ?? null;
    } catch {
      // some senders mean raw deflate by `deflate`: the next decoder is tried
    }
  }
  return null;
}

function encodeOne(bytes: Uint8Array, name: string, zlib: Zlib): Uint8Array {
  return zlib[CODINGS[name]?.[1] ?? ""]?.(bytes) ?? bytes;
}

interface Charset {
  /** null for bytes that are not of this charset. */
  decode(bytes: Uint8Array): string | null;
  encode(text: string): Uint8Array;
}

function charsetOf(bytes: Uint8Array, headers: readonly HeaderPair[]): Charset {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF16LE;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF16BE;
  const name = /charset\s{0,8}=\s{0,8}"?([\w-]+)/i.exec(headerValues(headers, "content-type")[0] ?? "")?.[1];
  if (name?.toLowerCase() === "utf-16le") return UTF16LE;
  if (/^utf-?16/i.test(name ?? "")) return UTF16BE;
  return UTF8.decode(bytes) === null ? LATIN1 : UTF8;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const UTF8: Charset = {
  decode(bytes) {
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return null;
    }
  },
  encode: (text) => new TextEncoder().encode(text),
};

/** Characters at a time; more arguments than this overflow the stack. */
const BLOCK = 8_192;

/** One character per byte: any bytes can be read so, and none is lost. */
const LATIN1: Charset = {
  decode(bytes) {
    let text = "";
    for (let start = 0; start < bytes.length; start += BLOCK) {
      text += String.fromCharCode(...bytes.subarray(start, start + BLOCK));
    }
    return text;
  },
  encode: (text) => Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
};

const UTF16LE = utf16("utf-16le", 0);
const UTF16BE = utf16("utf-16be", 1);

/** @param high 0: the low byte comes first */
function utf16(label: string, high: 0 | 1): Charset {
  return {
    decode: (bytes) => new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
    encode(text) {
      const bytes = new Uint8Array(text.length * 2);
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        bytes[2 * index + high] = code & 0xff;
        bytes[2 * index + 1 - high] = code >> 8;
      }
      return bytes;
    },
  };
}
