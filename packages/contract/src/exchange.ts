/** One header field as it stood on the wire; names keep their case, repeated fields stay apart. */
export type HeaderPair = readonly [name: string, value: string];

/**
 * A message body.
 *
 * - `null`: the message has no body
 * - `undefined`: the recording does not say (reported as unchecked, never as fine)
 * - bytes, or a stream of bytes, exactly as sent (still compressed where `Content-Encoding` says so)
 */
export type Body = Uint8Array | AsyncIterable<Uint8Array> | null | undefined;

/** A request as plain values, so that faults a `Request` object refuses can be told. */
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
  // most names differ in length already, and need not be put in lower case
  return name.length === wanted.length && (name === wanted || name.toLowerCase() === wanted);
}

/** The first value of one header field; undefined when there is none. */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of headers) if (isNamed(key, wanted)) return value;
  return undefined;
}

/** All values of one header field, in order; names compare without regard to case (RFC 9110, 5.1). */
export function headerValues(headers: readonly HeaderPair[], name: string): string[] {
  const wanted = name.toLowerCase();
  const values: string[] = [];
  for (const [key, value] of headers) if (isNamed(key, wanted)) values.push(value);
  return values;
}
