import { type Attempt, attemptOnce, type Outcome } from "./attempt.js";
import type { AbortError, CallFailure } from "./errors.js";
import type { SharedOptions } from "./options.js";
import { retryDelay } from "./retry.js";

/** Sends a call, and sends it again while that is safe and promises something. */
export async function exchange(call: Attempt): Promise<Outcome> {
  const { operation, method, body, client, init } = call;
  const uploads = body && "send" in body;
  const timeout = init.timeout ?? client.timeout ?? (uploads ? 0 : 60_000);
  const end = Date.now() + ((init.totalTimeout ?? client.totalTimeout) || Infinity);
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(call, attempt, Math.min(timeout || Infinity, end - Date.now()));
    const { error, response } = outcome;
    if (!error) return outcome;
    const attempted = { method, again: !uploads || body.again, attempt, error, headers: response?.headers };
    const delay = retryDelay(attempted, { ...retryOptions(client), ...retryOptions(init) });
    if (delay === undefined || Date.now() + delay >= end) return outcome;
    client.onRetry?.({ operation, attempt, delay, error: error as Exclude<CallFailure, AbortError> });
    await pause(delay, init.signal);
  }
}

const retryOptions = ({ retry }: SharedOptions) => (typeof retry === "number" ? { limit: retry } : retry);

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
