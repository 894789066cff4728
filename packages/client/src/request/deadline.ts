import { AbortError, type CallFailure, NetworkError, rootCause, TimeoutError } from "../errors.js";
import { allowManyListeners } from "../platform/runtime.js";

/** The longest delay that a timer can hold, in milliseconds; a longer limit counts as no limit. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** A signal that aborts at a time limit, with the caller's signal, or when the attempt ends. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** @param isDone whether nothing of the attempt can still run; an abort would then only cost time */
  end(isDone: boolean): void;
  /** The error of a call that threw `cause`. */
  failure(operation: string, cause: unknown): CallFailure;
}

/** Starts the time limit of one attempt, in milliseconds. */
export function startDeadline(limit: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(caller?.reason);
  if (caller) {
    if (caller.aborted) abort();
    allowManyListeners(caller);
    caller.addEventListener("abort", abort);
  }
  const timer = limit <= MAX_TIMER_MS ? setTimeout(abort, limit) : undefined;
  const end = (isDone: boolean) => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", abort);
    // Whatever still runs for this attempt stops: an upload that was refused early, a stream that is still open.
    if (!isDone) controller.abort();
  };
  const failure = (operation: string, cause: unknown) => {
    if (caller?.aborted) return new AbortError(operation, "was aborted", { cause: caller.reason });
    if (signal.aborted)
      return new TimeoutError(operation, `received no complete response within ${limit} ms`, { cause });
    const { code, message, name } = rootCause(cause);
    if (name === "TimeoutError") return new TimeoutError(operation, `stalled: ${message}`, { cause });
    return new NetworkError(operation, `received no complete response: ${code ?? message}`, { cause });
  };
  return { signal, end, failure };
}
