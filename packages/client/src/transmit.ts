import type { HeaderRecord } from "./headers.js";
import type { UploadOptions } from "./options.js";

/** A request as `fetch` takes it, but for its body. */
export interface Unsent extends Omit<RequestInit, "body" | "headers" | "method" | "signal"> {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderRecord;
}

/** What carries a request. */
export interface Carriers extends UploadOptions {
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** A body: form-encoded text, or an upload, which knows how it is sent. */
export type Body = URLSearchParams | Upload;

export interface Upload {
  /** Whether it can be sent more than once. */
  readonly again: boolean;
  send(request: Unsent, signal: AbortSignal, carriers: Carriers): Promise<Response>;
}

/** Sends one request. */
export function transmit(
  request: Unsent,
  body: Body | undefined,
  signal: AbortSignal,
  carriers: Carriers,
): Promise<Response> {
  if (body && "send" in body) return body.send(request, signal, carriers);
  const { fetch = globalThis.fetch } = carriers;
  return fetch(request.url, { ...request, body: body ?? null, signal } as RequestInit);
}
