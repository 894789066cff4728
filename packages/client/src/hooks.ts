import type { ApiError, NetworkError, TimeoutError } from "./errors.js";

/** Functions that a client calls while it works. None of them sees the API key. */
export interface Hooks {
  /** Called before each attempt. It can change the headers; the key is added afterwards. */
  readonly onRequest?: ((request: SentRequest) => void | Promise<void>) | undefined;
  /** Called after each response that was read to its end. The body is already consumed. */
  readonly onResponse?: ((response: ReceivedResponse) => void | Promise<void>) | undefined;
  /** Called before the wait for a retry. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Called when the API used another version than the requested one. */
  readonly onVersion?: ((versions: { readonly asked: string; readonly served: string }) => void) | undefined;
}

/** A request as `onRequest` receives it. */
export interface SentRequest {
  /** Method and path template: `GET /media/{id}`. */
  readonly operation: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** A response as `onResponse` receives it. */
export interface ReceivedResponse {
  /** Method and path template: `GET /media/{id}`. */
  readonly operation: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly response: Response;
}

/** A retry as `onRetry` receives it. */
export interface Retry {
  /** Method and path template: `GET /media/{id}`. */
  readonly operation: string;
  /** The attempt that failed, counted from 1. */
  readonly attempt: number;
  /** The wait before the next attempt, in milliseconds. */
  readonly delay: number;
  readonly error: ApiError | NetworkError | TimeoutError;
}
