import { authentication, versionHeader } from "@ittybit/openapi";
import { type Failed, readAnswer, type Succeeded } from "./answer.js";
import {
  AbortError,
  ApiError,
  type CallFailure,
  deepest,
  InputError,
  NetworkError,
  TimeoutError,
} from "./errors.js";
import { type HeaderRecord, mergedHeaders } from "./headers.js";
import type { ClientOptions, UploadOptions } from "./options.js";
import { shared } from "./platform.js";
import { type Body, transmit } from "./transmit.js";

/** A call, ready to be sent as often as it takes. */
export interface Attempt {
  /** The call as the contract names it: `GET /media/{id}`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** All but the key. */
  readonly headers: HeaderRecord;
  readonly body: Body | undefined;
  readonly client: ClientOptions;
  readonly init: UploadOptions;
}

/** How an attempt ended: with the envelope of a success, of a failure, or without an answer. */
export interface Outcome {
  readonly response?: Response;
  readonly success?: Succeeded | undefined;
  readonly failure?: Failed | undefined;
  readonly error?: CallFailure;
}

/**
 * Sends a call once, the time counted from 1, and reads its answer, which may take `limit` milliseconds. Rejects
 * only when a hook or the function for the key does, or when an option cannot be kept where this runs.
 */
export async function attemptOnce(call: Attempt, attempt: number, limit: number): Promise<Outcome> {
  const { operation, client, init } = call;
  const { apiKey } = client;
  // Without a hook nobody else sees these headers, so that they need no copy.
  const headers = client.onRequest ? await shownTo(client.onRequest, call, attempt) : call.headers;
  const key = typeof apiKey === "string" ? apiKey : usableKey(await apiKey());
  headers[AUTHORIZATION] = authentication.prefix + key;
  const guard = guarded(limit, init.signal);
  let response: Response;
  let text: string;
  try {
    response = await transmit(call, headers, guard.signal);
    text = await response.text();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    return { error: failure(operation, limit, cause, init.signal, guard.signal) };
  } finally {
    guard.end();
  }
  await client.onResponse?.({ operation, attempt, response });
  const answer = readAnswer(response, response.ok ? text : withoutKey(text, key));
  tellVersion(client, init, response, answer.success);
  const { success, failure: refusal } = answer;
  if (success) return { response, success };
  return { response, failure: refusal, error: new ApiError(operation, response.status, refusal) };
}

const AUTHORIZATION = authentication.header.toLowerCase();

/** The headers as a hook leaves them. */
async function shownTo(
  onRequest: NonNullable<ClientOptions["onRequest"]>,
  { operation, method, url, headers }: Attempt,
  attempt: number,
): Promise<HeaderRecord> {
  const shown = new Headers(headers);
  await onRequest({ operation, attempt, method, url, headers: shown });
  return mergedHeaders(shown);
}

/** A key that a header refuses would be quoted in the error of the header. */
export function usableKey(key: string): string {
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new InputError("apiKey", "must be printable ASCII without spaces");
}

/** A server may quote the key that it refuses; our errors never do. */
const withoutKey = (text: string, key: string): string =>
  key.length < 8 ? text : text.replaceAll(key, "[key]");

function tellVersion(
  client: ClientOptions,
  init: UploadOptions,
  { headers }: Response,
  success?: Succeeded,
): void {
  const { onVersion } = client;
  const asked = init.version ?? client.version;
  const served = onVersion && (headers.get(versionHeader) ?? success?.meta.version);
  if (asked && served && served !== asked) onVersion({ asked, served });
}

/** A signal that a time limit or the caller's signal gives, until its end. */
function guarded(limit: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal) {
    if (signal.aborted) abort();
    shared(signal);
    signal.addEventListener("abort", abort);
  }
  // Longer than a timer can hold is as good as without end.
  const timer = limit < 2 ** 31 ? setTimeout(abort, limit) : undefined;
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, end };
}

function failure(
  operation: string,
  limit: number,
  cause: unknown,
  signal: AbortSignal | undefined,
  inner: AbortSignal,
) {
  if (signal?.aborted)
    return new AbortError(operation, "was stopped by its signal", { cause: signal.reason });
  if (inner.aborted)
    return new TimeoutError(operation, `had no complete answer after ${limit} ms`, { cause });
  const { code, message } = deepest(cause);
  return new NetworkError(operation, `had no complete answer: ${code ?? message}`, { cause });
}
