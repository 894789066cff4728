import { DEFAULT_TIMEOUT_MS, DEFAULT_UPLOAD_TIMEOUT_MS } from "../default-options.js";
import { type AbortError, type ApiError, type CallFailure, rootCause } from "../errors.js";
import { NEVER_CONNECTED, TLS_FAILURE } from "../platform/connection-errors.js";
import { startDeadline } from "./deadline.js";
import type { Outcome } from "./outcome.js";
import type { PreparedRequest } from "./prepare.js";
import { isUpload, sendOnce } from "./send.js";

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];

/** Sends a request and retries it while that is safe and worthwhile. */
export async function sendWithRetries(request: PreparedRequest): Promise<Outcome> {
  const { operation, body, settings } = request;
  const {
    timeout = isUpload(body) ? DEFAULT_UPLOAD_TIMEOUT_MS : DEFAULT_TIMEOUT_MS,
    totalTimeout,
    onRetry,
    signal,
  } = settings;
  const end = Date.now() + (totalTimeout || Infinity);
  for (let attempt = 1; ; attempt++) {
    const outcome = await sendOnce(request, attempt, Math.min(timeout || Infinity, end - Date.now()));
    const { error } = outcome;
    const delay = error && retryDelay(request, attempt, error, outcome.response);
    if (delay === undefined || Date.now() + delay >= end) return outcome;
    onRetry?.({ operation, attempt, delay, error: error as Exclude<CallFailure, AbortError> });
    await pause(delay, signal);
  }
}

/**
 * The wait before a retry, in milliseconds, or undefined for no retry. It is what `Retry-After` says (RFC 9110,
 * 10.2.3), otherwise random up to a limit that doubles (full jitter). GET, DELETE and PATCH of this API are
 * idempotent; a repeated POST creates a duplicate.
 */
function retryDelay(
  { method, body, settings: { retry } }: PreparedRequest,
  attempt: number,
  error: CallFailure,
  response: Response | undefined,
): number | undefined {
  const { limit, creates, base, cap, maxWait } = retry;
  if (attempt > limit || (isUpload(body) && !body.replayable) || !isWorthwhile(error)) return undefined;
  if (method === "POST" && !creates && !wasNotProcessed(error)) return undefined;
  const wait = retryAfter(response?.headers);
  if (wait === undefined) return Math.random() * Math.min(cap, base * 2 ** (attempt - 1));
  return wait > maxWait ? undefined : wait;
}

const isWorthwhile = (error: CallFailure): boolean =>
  error.name === "ApiError"
    ? RETRIED_STATUSES.includes(error.status)
    : error.name !== "AbortError" && !TLS_FAILURE.test(reasonOf(error));

/** Whether the request was refused before anything was done with it. */
function wasNotProcessed(error: CallFailure): boolean {
  if (error.name === "ApiError") return (error as ApiError).status === 429;
  return NEVER_CONNECTED.test(reasonOf(error));
}

function reasonOf({ cause }: CallFailure): string {
  const { code, message } = rootCause(cause);
  return code ?? message ?? "";
}

/** The three forms of a date in HTTP (RFC 9110, 5.6.7). `Date.parse` alone reads a date in `0.5`. */
const HTTP_DATE = /^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/;

/** `Retry-After` in milliseconds, given as seconds or as a date; by the clock of the server if it sends one. */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const text = headers?.get("Retry-After") ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const now = Date.parse(headers?.get("Date") ?? "") || Date.now();
  return HTTP_DATE.test(text) ? Math.max(0, Date.parse(text) - now) : undefined;
}

/** Waits until the time is over or the signal aborts; the next attempt then ends before it is sent. */
export async function pause(delay: number, caller: AbortSignal | undefined): Promise<void> {
  const { signal, end } = startDeadline(delay, caller);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  end(true);
}
