import type { RawHeaders } from "../raw-headers.js";

/** A body as it was copied. */
export type CapturedBody =
  | { readonly kind: "none" }
  | { readonly kind: "bytes"; readonly chunks: readonly Uint8Array[]; readonly size: number }
  /** Longer than what is kept, or not seen to its end. */
  | { readonly kind: "left-out" }
  /** Handed on piece by piece, under this number. */
  | { readonly kind: "upload"; readonly number: number };

/** One exchange as it passed, to be looked at elsewhere. */
export interface CapturedExchange {
  /** Tells it from all others of this and every other run. */
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly started: number;
  readonly method: string;
  /** As the contract knows it. */
  readonly url: string;
  readonly requestHeaders: RawHeaders;
  readonly requestBody: CapturedBody;
  readonly status: number;
  readonly responseHeaders: RawHeaders;
  readonly responseBody: CapturedBody;
}

/** Bytes of an exchange in memory. */
export function capturedBytes({ requestBody, responseBody }: CapturedExchange): number {
  return bodySize(requestBody) + bodySize(responseBody);
}

function bodySize(body: CapturedBody): number {
  return body.kind === "bytes" ? body.size : 0;
}
