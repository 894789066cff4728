import type { HeaderPair } from "@ittybit/contract";

/** One header line, name as it was written. */
export type Header = HeaderPair;

/** A request as plain data: what a `Request` refuses to hold (a GET with a body, repeated headers) fits here. */
export interface MockRequest {
  readonly method: string;
  /** As it was sent: an absolute URL, or a path with its query. Never decoded. */
  readonly url: string;
  readonly headers: readonly Header[];
  /** The body's bytes as they arrive; null where the request has none. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Short name of the server that the request's port stands for; absent where the host decides. */
  readonly server?: string;
  /** Asks the caller for the body (`Expect: 100-continue`, RFC 9110, section 10.1.1). */
  readonly proceed?: () => void;
}

/** How the bytes of an answer go out: whole, or as a fault that the caller asked for. */
export type Delivery = "whole" | "slow" | "truncate" | "reset" | "timeout";

/** An answer as plain data. */
export interface MockResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** @default "whole" */
  readonly delivery?: Delivery;
}

/** The first value of a header, or undefined. Names compare without case (RFC 9110, section 5.1). */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of headers) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return value;
  }
  return undefined;
}
