import { type Attempt, attemptOnce, type Outcome } from "./attempt.js";
import type { AbortError, CallFailure } from "./errors.js";
import type { RetryOptions } from "./options.js";
import { retryDelay } from "./retry.js";

/** Sends a call, and sends it again while that is safe and promises something. */
export async function exchange(call: Omit<Attempt, "attempt" | "limit">): Promise<Outcome> {
  const { operation, request, body, options } = call;
  const { signal, totalTimeout, onRetry } = options;
  const end = Date.now() + (totalTimeout || Infinity);
  const timeout = (options.timeout ?? (body && "send" in body ? 0 : 60_000)) || Infinity;
  const again = !body || !("send" in body) || body.again;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce({ ...call, attempt, limit: Math.min(timeout, end - Date.now()) });
    const { error, response } = outcome;
    if (!error) return outcome;
    const attempted = { method: request.method, again, attempt, error, headers: response?.headers };
    const delay = retryDelay(attempted, options.retry as RetryOptions);
    if (delay === undefined || Date.now() + delay >= end) return outcome;
    onRetry?.({ operation, attempt, delay, error: error as Exclude<CallFailure, AbortError> });
    await pause(delay, signal);
  }
}

/** Waits, but not longer than until the signal: the next attempt then ends before it is sent. */
const pause = (delay: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, delay);
    signal?.addEventListener("abort", go);
    if (signal?.aborted) go();
  });
