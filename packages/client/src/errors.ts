import type { ErrorCode, ErrorDetail } from "@ittybit/openapi/types";
import type { Failed } from "./answer.js";

/** Why a call failed. `operation` is the call as the contract names it: `GET /media/{id}`. */
abstract class CallError extends Error {
  readonly operation: string;

  constructor(operation: string, message: string, options?: { cause: unknown }) {
    super(`${operation} ${message}`, options);
    this.operation = operation;
  }
}

/** The API answered, and the answer is a failure or cannot be read. */
export class ApiError extends CallError {
  override readonly name = "ApiError";
  readonly status: number;
  /** The code that the API gave, or `unreadable_response` for an answer outside its contract. */
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** `meta.id` of the answer; null when it had none. */
  readonly requestId: string | null;

  constructor(operation: string, status: number, envelope: Failed) {
    const { code, message, details } = envelope.error;
    super(operation, `answered ${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
    this.details = details ?? [];
    this.requestId = envelope.meta?.id || null;
  }
}

/** No answer, or not all of it: the connection could not be made or broke. `cause` is what `fetch` threw. */
export class NetworkError extends CallError {
  override readonly name = "NetworkError";
}

/** No complete answer in time, for one attempt or for all together. */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
}

/** The caller's signal stopped the call. `cause` is the reason of the signal. */
export class AbortError extends CallError {
  override readonly name = "AbortError";
}

/** Every way in which a call can fail. */
export type CallFailure = ApiError | NetworkError | TimeoutError | AbortError;

/** Links between pages that must not be followed: to another origin, or back to a page already read. */
export class PageError extends CallError {
  override readonly name = "PageError";
}

/** An argument that the API would refuse. Nothing was sent. */
export class InputError extends TypeError {
  override readonly name = "InputError";
  /** The option, parameter or body field at fault. */
  readonly field: string;

  constructor(field: string, message: string, options?: { cause: unknown }) {
    super(`${field}: ${message}`, options);
    this.field = field;
  }
}

/** What lies behind an error that `fetch` threw: the error of the socket, where it is told. */
export const deepest = (error: unknown): { readonly code?: string; readonly message?: string } =>
  (error as Error)?.cause ?? error ?? {};
