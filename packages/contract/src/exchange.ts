/** One header field as it was sent. Names keep their case, repeated fields stay separate. */
export type HeaderPair = readonly [name: string, value: string];

/**
 * A message body.
 *
 * - `null`: the message has no body
 * - `undefined`: it was not recorded (reported as unchecked, never as conforming)
 * - bytes, or a stream of bytes, exactly as sent (still compressed where `Content-Encoding` says so). A stream may get a
 *   chunk back as the argument of `next` once it is no longer needed, and may reuse its memory
 * - text that was sent as UTF-8
 */
export type Body = BodyInMemory | AsyncIterable<Uint8Array> | null | undefined;

/** A body that is not a stream. */
export type BodyInMemory = Uint8Array | TextBody;

/** A body that a recording holds as text. It becomes bytes only where bytes are needed. */
export interface TextBody {
  /** Without lone surrogates, and without a byte order mark. */
  readonly text: string;
  /** Length in UTF-8, in bytes. */
  readonly length: number;
}

/**
 * Whether a body is neither a stream nor missing.
 *
 * @example
 * import { isInMemory } from "@ittybit/contract";
 *
 * isInMemory({ text: "{}", length: 2 }); // true
 */
export function isInMemory(body: Body): body is BodyInMemory {
  return body instanceof Uint8Array || isTextBody(body);
}

/** Whether a body is text. */
export function isTextBody(body: Body): body is TextBody {
  return typeof (body as Partial<TextBody> | null | undefined)?.text === "string";
}

const utf8 = new TextEncoder();

/**
 * The bytes of a body in memory.
 *
 * @example
 * import { bytesOf } from "@ittybit/contract";
 *
 * bytesOf({ text: "é", length: 2 }); // Uint8Array [195, 169]
 */
export function bytesOf(body: BodyInMemory): Uint8Array {
  return isTextBody(body) ? utf8.encode(body.text) : body;
}

/** A request as plain values. A `Request` object refuses some of the mistakes that a check must report. */
export interface ExchangeRequest {
  /** As sent; compared without regard to case. */
  readonly method: string;
  /** An absolute URL, or a path with query when a `Host` header names the host. Never decoded. */
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body?: Body;
}

/** A response as plain values. */
export interface ExchangeResponse {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body?: Body;
}

/** A request and its response. */
export interface Exchange {
  readonly request: ExchangeRequest;
  readonly response: ExchangeResponse;
}

/** Whether a field has a name. @param wanted in lower case */
function isNamed(name: string, wanted: string): boolean {
  // most names differ in length, and need not be lowercased
  return name.length === wanted.length && (name === wanted || name.toLowerCase() === wanted);
}

/**
 * The first value of one header field; undefined when there is none.
 *
 * @example
 * ```ts
 * import { headerValue, type HeaderPair } from "@ittybit/contract";
 *
 * const headers: HeaderPair[] = [["Content-Type", "application/json"]];
 * headerValue(headers, "content-type"); // "application/json"
 * ```
 */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of headers) if (isNamed(key, wanted)) return value;
  return undefined;
}

/**
 * All values of one header field, in order; names compare without regard to case (RFC 9110, 5.1).
 *
 * @example
 * ```ts
 * import { headerValues, type HeaderPair } from "@ittybit/contract";
 *
 * const headers: HeaderPair[] = [["Via", "1.1 a"], ["via", "1.1 b"]];
 * headerValues(headers, "via"); // ["1.1 a", "1.1 b"]
 * ```
 */
export function headerValues(headers: readonly HeaderPair[], name: string): string[] {
  const wanted = name.toLowerCase();
  const values: string[] = [];
  for (const [key, value] of headers) if (isNamed(key, wanted)) values.push(value);
  return values;
}
