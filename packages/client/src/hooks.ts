import type { ApiError, NetworkError, TimeoutError } from "./errors.js";

/** What a client tells while it works. None of it shows the API key. */
export interface Hooks {
  /** Before each attempt. The headers can be changed; the key is added after it. */
  readonly onRequest?: ((request: SentRequest) => void | Promise<void>) | undefined;
  /** After each answer that was read to its end. Its body is used up. */
  readonly onResponse?: ((answer: ReceivedResponse) => void | Promise<void>) | undefined;
  /** Before the wait for another attempt. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** When another version than the one asked for answers. */
  readonly onVersion?: ((versions: { readonly asked: string; readonly served: string }) => void) | undefined;
}

export interface SentRequest {
  /** The call as the contract names it: `GET /media/{id}`. */
  readonly operation: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

export interface ReceivedResponse {
  readonly operation: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly response: Response;
}

export interface Retry {
  readonly operation: string;
  /** The attempt that failed, counted from 1. */
  readonly attempt: number;
  /** How long the wait will be, in milliseconds. */
  readonly delay: number;
  readonly error: ApiError | NetworkError | TimeoutError;
}
