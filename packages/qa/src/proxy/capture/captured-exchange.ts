import type { RawHeaders } from "../raw-headers.js";

/** A body as it was captured. */
export type CapturedBody =
  | { readonly kind: "none" }
  | { readonly kind: "bytes"; readonly chunks: readonly Uint8Array[]; readonly size: number }
  /** Too long to capture, or not seen to its end. */
  | { readonly kind: "not-captured" }
  /** Streamed to the checking worker chunk by chunk, under this number. */
  | { readonly kind: "upload"; readonly number: number };

/** One exchange as it passed, ready to be checked in the worker. */
export interface CapturedExchange {
  /** Unique across runs. */
  readonly id: string;
  /** Start of the request, in milliseconds since 1970. */
  readonly started: number;
  readonly method: string;
  /** The URL with the host of the contract, not that of the upstream. */
  readonly url: string;
  readonly requestHeaders: RawHeaders;
  readonly requestBody: CapturedBody;
  readonly status: number;
  readonly responseHeaders: RawHeaders;
  readonly responseBody: CapturedBody;
}

/** A request without a response, or with an incomplete one. Its body is not kept. */
export interface UnansweredRequest {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly method: string;
  readonly url: string;
  readonly headers: RawHeaders;
}

/** Memory that the bodies of an exchange use, in bytes. */
export function capturedBytes({ requestBody, responseBody }: CapturedExchange): number {
  return bodySize(requestBody) + bodySize(responseBody);
}

function bodySize(body: CapturedBody): number {
  return body.kind === "bytes" ? body.size : 0;
}
