import type { Media } from "@ittybit/openapi/types";
import { DEFAULT_WAIT_TIMEOUT_MS } from "./default-options.js";
import { ProcessingError, TimeoutError } from "./errors.js";
import { FIRST_POLL_INTERVAL_MS, LONGEST_POLL_INTERVAL_MS, POLL_INTERVAL_GROWTH } from "./poll-interval.js";
import { pause, retryAfter } from "./request/retry.js";
import type { Get, WaitOptions, WaitResult } from "./wait-types.js";

/** Requests a Media again and again, with growing pauses, until it is processed. */
export async function poll(
  get: Get,
  id: string,
  {
    until = ({ status }) => status === "complete",
    timeout = DEFAULT_WAIT_TIMEOUT_MS,
    interval = FIRST_POLL_INTERVAL_MS,
    onStatus,
    ...options
  }: WaitOptions,
): Promise<WaitResult> {
  const end = Date.now() + (timeout || Infinity);
  let last: string | undefined;
  for (let delay = interval; ; delay = Math.min(delay * POLL_INTERVAL_GROWTH, LONGEST_POLL_INTERVAL_MS)) {
    const result = await get(id, { ...options, totalTimeout: timeout && Math.max(1, end - Date.now()) });
    if (!result.ok) return result;
    const { data, meta, response } = result;
    if (data.status !== last) onStatus?.(data.status, data);
    last = data.status;
    if (until(data)) return result;
    const error = finalError(data);
    if (error) return { ok: false, status: 200, error, requestId: meta.id, response };
    const rest = Math.max(delay, retryAfter(response.headers) ?? 0);
    if (Date.now() + rest >= end) return timedOut(last, timeout);
    await pause(rest, options.signal);
  }
}

const OPERATION = "GET /media/{id}";

/** Why a Media will never be processed. A status that this package does not know may still lead anywhere. */
const finalError = (media: Media): ProcessingError | undefined =>
  media.deleted || media.status === "failed" ? new ProcessingError(OPERATION, media) : undefined;

function timedOut(status: string, timeout: number): WaitResult {
  const error = new TimeoutError(OPERATION, `has still the status "${status}" after ${timeout} ms`);
  return { ok: false, status: null, error, requestId: null, response: null };
}
