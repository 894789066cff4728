/** One header line, name as it was written. */
export type Header = readonly [name: string, value: string];

/** A request as plain data: what a `Request` refuses to hold (a GET with a body, repeated headers) fits here. */
export interface MockRequest {
  readonly method: string;
  /** Absolute URL; its host tells which server of the contract is meant. */
  readonly url: string;
  readonly headers: readonly Header[];
  /** The body's bytes as they arrive; null where the request has none. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** An answer as plain data. */
export interface MockResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** The first value of a header, or undefined. Names compare without case (RFC 9110, section 5.1). */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}
