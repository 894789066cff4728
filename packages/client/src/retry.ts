import { type ApiError, type CallFailure, deepest } from "./errors.js";
import type { RetryOptions } from "./options.js";
import { UNSENT } from "./platform.js";

const STATUSES = [408, 429, 500, 502, 503, 504];

/** What decides whether an attempt is made again. */
export interface Attempted {
  readonly method: string;
  /** Whether the body can be sent once more. */
  readonly again: boolean;
  /** Counted from 1. */
  readonly attempt: number;
  readonly error: CallFailure;
  readonly headers: Headers | undefined;
}

/**
 * How long to wait before the next attempt, in milliseconds, or undefined to leave it at this one. The wait is
 * what `Retry-After` says (RFC 9110, 10.2.3), else random up to a limit that doubles (full jitter). GET, DELETE
 * and PATCH of this API do the same when they are done twice; a POST adds a second file.
 */
export function retryDelay(
  { method, again, attempt, error, headers }: Attempted,
  { limit = 2, creates = false, base = 500, cap = 10_000, maxWait = 60_000 }: RetryOptions,
): number | undefined {
  if (attempt > limit || !again || !worthwhile(error)) return undefined;
  if (method === "POST" && !creates && !refusedUnread(error)) return undefined;
  const told = toldToWait(headers);
  if (told === undefined) return Math.random() * Math.min(cap, base * 2 ** (attempt - 1));
  return told > maxWait ? undefined : told;
}

const worthwhile = (error: CallFailure): boolean =>
  error.name === "ApiError" ? STATUSES.includes(error.status) : error.name !== "AbortError";

/** Whether the request was turned away before anything was done with it. */
function refusedUnread(error: CallFailure): boolean {
  if (error.name === "ApiError") return (error as ApiError).status === 429;
  const { code, message } = deepest(error.cause);
  return UNSENT.test(code ?? message ?? "");
}

/** The wait that `Retry-After` asks for, given as seconds or as a date; by the clock of the server if it has one. */
function toldToWait(headers: Headers | undefined): number | undefined {
  const text = headers?.get("Retry-After") ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const now = Date.parse(headers?.get("Date") ?? "") || Date.now();
  const wait = Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
