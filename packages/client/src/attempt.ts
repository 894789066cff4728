import { authentication, versionHeader } from "@ittybit/openapi";
import { type Failed, readAnswer, type Succeeded } from "./answer.js";
import { AbortError, ApiError, type CallFailure, InputError, NetworkError, TimeoutError } from "./errors.js";
import { mergedHeaders } from "./headers.js";
import type { ClientOptions, UploadOptions } from "./options.js";
import { type Body, transmit, type Unsent } from "./transmit.js";

/** One attempt of a call. */
export interface Attempt {
  /** The call as the contract names it: `GET /media/{id}`. */
  readonly operation: string;
  readonly request: Unsent;
  readonly body: Body | undefined;
  readonly options: ClientOptions & UploadOptions;
  /** Counted from 1. */
  readonly attempt: number;
  /** How long it may take, in milliseconds. */
  readonly limit: number;
}

/** How an attempt ended: with the envelope of a success, of a failure, or without an answer. */
export interface Outcome {
  readonly response?: Response;
  readonly success?: Succeeded | undefined;
  readonly failure?: Failed | undefined;
  readonly error?: CallFailure;
}

/** Sends a request once and reads its answer. Rejects only when a hook or the function for the key does. */
export async function attemptOnce({
  operation,
  attempt,
  request,
  body,
  options,
  limit,
}: Attempt): Promise<Outcome> {
  const { url, method } = request;
  let headers = { ...request.headers };
  if (options.onRequest) {
    const shown = new Headers(headers);
    await options.onRequest({ operation, attempt, method, url, headers: shown });
    headers = mergedHeaders(shown);
  }
  const key = usableKey(typeof options.apiKey === "string" ? options.apiKey : await options.apiKey());
  headers[authentication.header.toLowerCase()] = authentication.prefix + key;
  const { response, text, error } = await guarded(operation, limit, options.signal, async (signal) => {
    const response = await transmit({ ...request, headers }, body, signal, options);
    return { response, text: await response.text() };
  });
  if (error) return { error };
  await options.onResponse?.({ operation, attempt, response });
  const answer = readAnswer(response, withoutKey(text, key, response.ok));
  tellVersion(options, response, answer.success);
  if (!answer.failure) return { response, ...answer };
  return { response, ...answer, error: new ApiError(operation, response.status, answer.failure) };
}

/** A key that a header refuses would be quoted in the error of the header. */
export function usableKey(key: string): string {
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new InputError("apiKey", "must be printable ASCII without spaces");
}

/** A server may quote the key that it refuses; our errors never do. */
const withoutKey = (text: string, key: string, ok: boolean): string =>
  ok || key.length < 8 ? text : text.replaceAll(key, "[key]");

function tellVersion(
  { version, onVersion }: ClientOptions,
  { headers }: Response,
  success?: Succeeded,
): void {
  const served = headers.get(versionHeader) ?? success?.meta.version;
  if (version && served && served !== version) onVersion?.({ asked: version, served });
}

type Guarded<T> =
  | (T & { readonly error?: undefined })
  | ({ readonly [Key in keyof T]?: undefined } & { readonly error: CallFailure });

/** Does work that stops at a time limit or at the signal, and says which of the two it was. */
async function guarded<T extends object>(
  operation: string,
  limit: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Guarded<T>> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  // Longer than a timer can hold is as good as without end.
  const timer = limit < 2 ** 31 ? setTimeout(() => controller.abort(), limit) : undefined;
  try {
    return await work(controller.signal);
  } catch (cause) {
    return { error: failure(operation, limit, cause, signal, controller.signal) } as Guarded<T>;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
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
  const { cause: deeper = cause } = cause as Error;
  const { code, message } = deeper as { code?: string; message?: string };
  return new NetworkError(operation, `had no complete answer: ${code ?? message}`, { cause });
}
