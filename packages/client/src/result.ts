import type { operations } from "@ittybit/openapi/types";
import type { Outcome } from "./attempt.js";
import type { AbortError, ApiError, CallFailure, NetworkError, TimeoutError } from "./errors.js";

export type OperationId = keyof operations;

type Responses<Id extends OperationId> = operations[Id]["responses"];
type Json<Response> = Response extends { content: { "application/json": infer Body } } ? Body : never;
type IsOk<Status> = Status extends number ? (`${Status}` extends `2${string}` ? true : false) : false;

/** A success: the envelope of the answer, and the answer itself with its body used up. */
export type Success<Id extends OperationId> = Id extends OperationId ? Succeeded<Id> : never;

type Succeeded<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: IsOk<Status> extends true
    ? { readonly ok: true; readonly status: Status; readonly response: Response } & Readonly<
        Json<Responses<Id>[Status]>
      >
    : never;
}[keyof Responses<Id>];

/** The API answered with a failure; of a status outside the contract, or unreadable, where it is any number. */
type Refused<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: IsOk<Status> extends true
    ? never
    : Refusal<Status extends number ? Status : number>;
}[keyof Responses<Id>];

interface Refusal<Status> {
  readonly ok: false;
  readonly status: Status;
  readonly error: ApiError;
  /** `meta.id` of the answer; null when it had none. */
  readonly requestId: string | null;
  /** Its body is used up. */
  readonly response: Response;
}

/** No answer came: the connection broke, time ran out, or the caller stopped it. */
interface Unanswered {
  readonly ok: false;
  readonly status: null;
  readonly error: NetworkError | TimeoutError | AbortError;
  readonly requestId: null;
  readonly response: null;
}

/** How a call of an operation ended. `ok` tells success from failure, `status` one failure from another. */
export type Result<Id extends OperationId> = Success<Id> | Refused<Id> | Unanswered;

/** How an attempt ended, in the words of a result. */
export function resultOf<Id extends OperationId>({ success, failure, error, response }: Outcome): Result<Id> {
  const result = success
    ? Object.assign({ ok: true, status: response?.status }, success, { response })
    : {
        ok: false,
        status: response?.status ?? null,
        error,
        requestId: failure?.meta?.id || null,
        response: response ?? null,
      };
  return result as Result<Id>;
}

/** The success of a result. Throws the error of a failure. */
export function unwrapped<Each extends Settled>(result: Each): Extract<Each, { readonly ok: true }> {
  if (result.ok) return result as Extract<Each, { readonly ok: true }>;
  throw result.error;
}

type Settled = { readonly ok: true } | { readonly ok: false; readonly error: CallFailure };
