import type { HeaderRecord } from "./headers.js";
import type { ClientOptions, UploadOptions } from "./options.js";

/** A request as `fetch` takes it, but for its body. */
export interface Unsent extends Omit<RequestInit, "body" | "headers" | "method" | "signal"> {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderRecord;
  readonly signal: AbortSignal;
}

/** A body: form-encoded text, or an upload, which knows how it is sent. */
export type Body = URLSearchParams | Upload;

export interface Upload {
  /** Whether it can be sent more than once. */
  readonly again: boolean;
  /** Sends it by the caller's `fetch`, if there is one. */
  send(
    request: Unsent,
    fetch: typeof globalThis.fetch | undefined,
    onProgress: UploadOptions["onProgress"],
  ): Promise<Response>;
}

/** What is sent. */
export interface Sendable {
  readonly url: string;
  readonly method: string;
  readonly body: Body | undefined;
  readonly client: ClientOptions;
  readonly init: UploadOptions;
}

/** Sends one request. */
export function transmit(
  { url, method, body, client, init }: Sendable,
  headers: HeaderRecord,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch = globalThis.fetch } = client;
  // A spread with more behind it would take ten times as long.
  const request = Object.assign({}, init, { url, method, headers, signal, body: null });
  if (!body) return fetch(url, request);
  return "send" in body
    ? body.send(request, client.fetch, init.onProgress)
    : fetch(url, { ...request, body });
}
