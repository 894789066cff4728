import type { ErrorCode, ErrorDetail, Media } from "@ittybit/openapi/types";
import type { ErrorEnvelope } from "./request/response.js";

/** Why a call failed. `operation` is its method and path template: `GET /media/{id}`. */
abstract class CallError extends Error {
  declare readonly operation: string;

  constructor(operation: string, message: string, options?: { cause: unknown }) {
    super(`${operation} ${message}`, options);
    this.operation = operation;
  }
}

/**
 * The API returned an error, or a response that cannot be read.
 *
 * @example
 * ```ts
 * import { ApiError, createClient } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * try {
 *   await ittybit.media.delete("vJ3kq9ZtWm2d").orThrow();
 * } catch (error) {
 *   if (error instanceof ApiError) console.error(error.status, error.code, error.requestId);
 *   else throw error;
 * }
 * ```
 */
export class ApiError extends CallError {
  override readonly name = "ApiError";
  declare readonly status: number;
  /** The code that the API returned, or `unreadable_response` for a response outside its contract. */
  declare readonly code: ErrorCode;
  declare readonly details: readonly ErrorDetail[];
  /** `meta.id` of the response; null when it has none. */
  declare readonly requestId: string | null;

  constructor(operation: string, status: number, envelope: ErrorEnvelope) {
    const { code, message, details } = envelope.error;
    super(operation, `failed with ${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
    this.details = details ?? [];
    this.requestId = envelope.meta?.id || null;
  }
}

/**
 * No complete response: the connection failed or broke. `cause` is what `fetch` threw.
 *
 * @example
 * ```ts
 * import { NetworkError } from "@ittybit/client";
 *
 * const isOffline = (error: unknown) => error instanceof NetworkError;
 * ```
 */
export class NetworkError extends CallError {
  override readonly name = "NetworkError";
}

/**
 * No complete response within `timeout` or `totalTimeout`.
 *
 * @example
 * ```ts
 * import { TimeoutError } from "@ittybit/client";
 *
 * const isSlow = (error: unknown) => error instanceof TimeoutError;
 * ```
 */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
}

/**
 * The caller's signal aborted the call. `cause` is the reason of the signal.
 *
 * @example
 * ```ts
 * import { AbortError } from "@ittybit/client";
 *
 * const wasAborted = (error: unknown) => error instanceof AbortError;
 * ```
 */
export class AbortError extends CallError {
  override readonly name = "AbortError";
}

/**
 * A wait that cannot end well: processing failed, or the Media was deleted.
 *
 * @example
 * ```ts
 * import { createClient, ProcessingError } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * const { data, error } = await ittybit.media.wait("vJ3kq9ZtWm2d");
 * if (data) console.log(data.urls.playback);
 * else if (error instanceof ProcessingError) console.error(error.media.status);
 * else console.error(error?.message);
 * ```
 */
export class ProcessingError extends CallError {
  override readonly name = "ProcessingError";
  /** The Media as it was last. */
  declare readonly media: Media;

  constructor(operation: string, media: Media) {
    super(operation, `shows that ${media.id} ${media.deleted ? "was deleted" : "could not be processed"}`);
    this.media = media;
  }
}

/** Every error that a call can end with. */
export type CallFailure = ApiError | NetworkError | TimeoutError | AbortError;

/**
 * A link between pages that is not followed: it leads to another origin, or back to a page already read.
 *
 * @example
 * ```ts
 * import { createClient, PageError } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * try {
 *   for await (const { id } of ittybit.media.list()) console.log(id);
 * } catch (error) {
 *   if (error instanceof PageError) console.error("stopped:", error.message);
 *   else throw error;
 * }
 * ```
 */
export class PageError extends CallError {
  override readonly name = "PageError";
}

/**
 * An argument that the API would reject. Nothing was sent.
 *
 * @example
 * ```ts
 * import { createClient, InputError } from "@ittybit/client";
 *
 * const ittybit = createClient({ apiKey: "key" });
 * try {
 *   await ittybit.media.get("");
 * } catch (error) {
 *   if (error instanceof InputError) console.error(error.field, error.message);
 *   else throw error;
 * }
 * ```
 */
export class InputError extends TypeError {
  override readonly name = "InputError";
  /** The option, parameter or body field at fault. */
  declare readonly field: string;

  constructor(field: string, message: string, options?: { cause: unknown }) {
    super(`${field}: ${message}`, options);
    this.field = field;
  }
}

/** The error behind what `fetch` threw: that of the socket, where there is one. */
export const rootCause = (error: unknown): Partial<Error & { readonly code: string }> =>
  (error as Error)?.cause ?? error ?? {};
