import { andThen, type MaybePromise } from "../maybe-promise.js";
import { concat } from "./collect.js";

/** `node:zlib`, on runtimes that have it. */
interface Zlib {
  readonly [name: string]: unknown;
}

type Sync = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

const nodeNames: Readonly<Record<string, readonly string[]>> = {
  gzip: ["gunzipSync"],
  "x-gzip": ["gunzipSync"],
  deflate: ["inflateSync", "inflateRawSync"],
  br: ["brotliDecompressSync"],
  zstd: ["zstdDecompressSync"],
};

const webNames: Readonly<Record<string, string>> = { gzip: "gzip", "x-gzip": "gzip", deflate: "deflate" };

export type Decompressed =
  | { readonly outcome: "bytes"; readonly bytes: Uint8Array }
  | { readonly outcome: "unsupported"; readonly encoding: string }
  | { readonly outcome: "too-large" }
  | { readonly outcome: "damaged"; readonly encoding: string };

/**
 * Undoes `Content-Encoding` (RFC 9110, 8.4), last coding first. Uses zlib of Node without importing it, so that the
 * module also loads in a browser. There it supports what `DecompressionStream` supports.
 */
export function decompress(
  bytes: Uint8Array,
  encodings: readonly string[],
  limit: number,
): MaybePromise<Decompressed> {
  const encoding = encodings.at(-1);
  if (encoding === undefined) return { outcome: "bytes", bytes };
  const others = encodings.slice(0, -1);
  if (encoding === "identity") return decompress(bytes, others, limit);
  return andThen(decompressOne(bytes, encoding, limit), (step) =>
    step.outcome === "bytes" ? decompress(step.bytes, others, limit) : step,
  );
}

/** The codings of a `Content-Encoding` header, in order. */
export function contentEncodings(values: readonly string[]): readonly string[] {
  if (values.length === 0) return values;
  return values
    .join(",")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}

function decompressOne(bytes: Uint8Array, encoding: string, limit: number): MaybePromise<Decompressed> {
  const zlib = nodeZlib();
  const functions = (nodeNames[encoding] ?? []).flatMap((name) =>
    typeof zlib?.[name] === "function" ? [zlib[name] as Sync] : [],
  );
  if (functions.length > 0) return decompressSync(functions, bytes, encoding, limit);
  const format = webNames[encoding];
  if (format === undefined || typeof DecompressionStream === "undefined")
    return { outcome: "unsupported", encoding };
  return decompressWeb(bytes, format, encoding, limit);
}

function nodeZlib(): Zlib | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => Zlib | undefined } };
  return process?.getBuiltinModule?.("node:zlib");
}

/** Some senders use `deflate` for raw deflate, so both are tried. */
function decompressSync(
  functions: readonly Sync[],
  bytes: Uint8Array,
  encoding: string,
  limit: number,
): Decompressed {
  for (const run of functions) {
    try {
      return { outcome: "bytes", bytes: run(bytes, { maxOutputLength: limit }) };
    } catch (error) {
      if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE") return { outcome: "too-large" };
    }
  }
  return { outcome: "damaged", encoding };
}

async function decompressWeb(
  bytes: Uint8Array,
  format: string,
  encoding: string,
  limit: number,
): Promise<Decompressed> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream(format as "gzip" | "deflate"));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) return { outcome: "too-large" };
      chunks.push(next.value);
    }
  } catch {
    return { outcome: "damaged", encoding };
  }
  return { outcome: "bytes", bytes: concat(chunks) };
}
