import { type Refusal, refusal } from "./refusal.js";

/** A body that may be read to its end, however long it is. */
export interface LimitedBody {
  readonly stream: AsyncIterable<Uint8Array> | null;
  /** Whether it was longer than allowed; known once it has been read. */
  isOver(): boolean;
}

/**
 * Lets a body through up to a limit. The rest is still taken from the caller, who could not read an answer while it
 * writes, and dropped; then reading fails.
 *
 * @param limit in bytes
 */
export function limitBody(body: AsyncIterable<Uint8Array> | null, limit: number): LimitedBody {
  if (body === null || limit === Number.POSITIVE_INFINITY) return { stream: body, isOver: () => false };
  let size = 0;
  async function* limited(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size <= limit) yield chunk;
    }
    if (size > limit) throw new Error("the body is too large");
  }
  return { stream: limited(body), isOver: () => size > limit };
}

export function tooLarge(limit: number): Refusal {
  const message = `The body is larger than ${limit} bytes, the most that this mock takes.`;
  return refusal(413, [{ location: "body", field: null, message }]);
}
