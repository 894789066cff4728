import { createProblem, type Problem } from "../problem.js";

/** A body that is safe to read to its end, however long it is. */
export interface LimitedBody {
  readonly stream: AsyncIterable<Uint8Array> | null;
  /** Whether the body was larger than the limit. Known once it has been read. */
  isOver(): boolean;
}

/**
 * Passes a body through up to a limit. Bytes past the limit are read and dropped, because a caller that is still
 * writing cannot read a response; then reading fails.
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

/** The 413 for a body over the limit. */
export function createTooLargeProblem(limit: number): Problem {
  const message = `The body is larger than ${limit} bytes, the most that this mock accepts.`;
  return createProblem(413, [{ location: "body", field: null, message }]);
}
