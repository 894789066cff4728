import { type Body, type BodyInMemory, isInMemory } from "../exchange.js";
import type { MaybePromise } from "../maybe-promise.js";

export type Collected =
  | { readonly outcome: "collected"; readonly body: BodyInMemory }
  | { readonly outcome: "too-large"; readonly size: number }
  | { readonly outcome: "aborted"; readonly size: number };

/** Collects a body, or counts its bytes when there are more than `limit`. Reads a stream to its end. */
export function collect(body: Exclude<Body, null | undefined>, limit: number): MaybePromise<Collected> {
  if (!isInMemory(body)) return collectStream(body, limit);
  return body.length > limit ? { outcome: "too-large", size: body.length } : { outcome: "collected", body };
}

async function collectStream(body: AsyncIterable<Uint8Array>, limit: number): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return { outcome: "aborted", size };
  }
  return size > limit ? { outcome: "too-large", size } : { outcome: "collected", body: concat(chunks) };
}

/** Concatenates chunks into a new array. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
