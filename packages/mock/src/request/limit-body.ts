import { headerValue } from "@ittybit/contract";
import type { MockRequest } from "../http/message.js";
import { createProblem, type Problem } from "../problem.js";

/**
 * Most fields of a form body, like the most parts of a multipart body. Checking a body must not keep other requests
 * waiting.
 */
const MAX_FORM_FIELDS = 1000;

/** Most values of a JSON body. */
const MAX_JSON_VALUES = 20_000;

/** A body that is safe to read to its end, however long it is. */
export interface LimitedBody {
  readonly stream: AsyncIterable<Uint8Array> | null;
  /** The problem of a body over a limit. Known once the body has been read. */
  problem(): Problem | null;
}

/**
 * Passes a body through up to its limits. What follows is read and dropped, because a caller that is still writing cannot
 * read a response; then reading fails.
 *
 * @param maxBytes largest body in bytes
 */
export function limitBody({ body, headers }: MockRequest, maxBytes: number): LimitedBody {
  const fields = fieldLimit(headerValue(headers, "content-type") ?? "");
  if (body === null || (fields === null && maxBytes === Number.POSITIVE_INFINITY)) {
    return { stream: body, problem: () => null };
  }
  let size = 0;
  let count = 1;
  const problem = () => {
    if (size > maxBytes) return createTooLargeProblem(maxBytes);
    return fields !== null && count > fields.max ? createTooManyProblem(fields) : null;
  };
  async function* limited(
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void, Uint8Array | undefined> {
    const chunks = source[Symbol.asyncIterator]();
    let used: Uint8Array | undefined;
    for (let next = await chunks.next(); !next.done; next = await chunks.next(used)) {
      const chunk = next.value;
      size += chunk.length;
      if (fields !== null && count <= fields.max) count += countByte(chunk, fields.separator, fields.max);
      used = problem() === null ? yield chunk : chunk;
    }
    if (problem() !== null) throw new Error("the body is over a limit");
  }
  return { stream: limited(body), problem };
}

/** The 413 for a body over the limit in bytes. */
export function createTooLargeProblem(limit: number): Problem {
  const message = `The body is larger than ${limit} bytes, the most that this mock accepts.`;
  return createProblem(413, [{ location: "body", field: null, message }]);
}

interface FieldLimit {
  readonly separator: number;
  readonly max: number;
  readonly what: string;
}

function fieldLimit(contentType: string): FieldLimit | null {
  if (/^\s*application\/x-www-form-urlencoded\b/i.test(contentType))
    return { separator: 0x26, max: MAX_FORM_FIELDS, what: "fields" };
  if (/^[^;]*[/+]json\b/i.test(contentType)) return { separator: 0x2c, max: MAX_JSON_VALUES, what: "values" };
  return null;
}

function createTooManyProblem({ max, what }: FieldLimit): Problem {
  const message = `The body has more than ${max} ${what}, the most that this mock accepts.`;
  return createProblem(422, [{ location: "body", field: null, message }]);
}

/** Counts a byte, up to a maximum. */
function countByte(chunk: Uint8Array, byte: number, max: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte); at >= 0 && count <= max; at = chunk.indexOf(byte, at + 1)) count++;
  return count;
}
