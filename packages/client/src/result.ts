import type { operations } from "@ittybit/openapi/types";
import type { AbortError, ApiError, NetworkError, TimeoutError } from "./errors.js";
import type { Outcome } from "./request/outcome.js";

/** The operationId of an operation of the contract. */
export type OperationId = keyof operations;

type Responses<Id extends OperationId> = operations[Id]["responses"];
type Json<Response> = Response extends { content: { "application/json": infer Body } } ? Body : never;
type IsOk<Status> = Status extends number ? (`${Status}` extends `2${string}` ? true : false) : false;

/** A success: the envelope of the response, and the response itself with its body consumed. */
export type Success<Id extends OperationId> = Id extends OperationId ? Succeeded<Id> : never;

type Succeeded<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: IsOk<Status> extends true
    ? SuccessResult<Status> & Readonly<Json<Responses<Id>[Status]>>
    : never;
}[keyof Responses<Id>];

interface SuccessResult<Status> {
  readonly ok: true;
  readonly status: Status;
  readonly error?: undefined;
  readonly response: Response;
}

/** The API returned an error. `status` is any number for a response that the contract does not describe. */
type Refused<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: IsOk<Status> extends true
    ? never
    : ErrorResult<Status extends number ? Status : number>;
}[keyof Responses<Id>];

interface ErrorResult<Status> {
  readonly ok: false;
  readonly status: Status;
  readonly data?: undefined;
  readonly error: ApiError;
  /** `meta.id` of the response; null when it has none. */
  readonly requestId: string | null;
  /** Its body is consumed. */
  readonly response: Response;
}

/** There was no response: the connection broke, time ran out, or the caller aborted the call. */
interface NoResponse {
  readonly ok: false;
  readonly status: null;
  readonly data?: undefined;
  readonly error: NetworkError | TimeoutError | AbortError;
  readonly requestId: null;
  readonly response: null;
}

/** How a call of an operation ended. `ok` tells success from failure, `status` one failure from another. */
export type Result<Id extends OperationId> = Success<Id> | Refused<Id> | NoResponse;

/** The result of an outcome. */
export function toResult<Id extends OperationId>({ success, failure, error, response }: Outcome): Result<Id> {
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
export function unwrap<Each extends Settled>(result: Each): Extract<Each, { readonly ok: true }> {
  if (result.ok) return result as Extract<Each, { readonly ok: true }>;
  throw result.error;
}

/** Adds `orThrow` to a pending result: the success alone, or a rejection with the error. */
export const withOrThrow = <Each extends Settled>(result: Promise<Each>) =>
  Object.assign(result, { orThrow: () => result.then(unwrap) });

type Settled = { readonly ok: true } | { readonly ok: false; readonly error: Error };
