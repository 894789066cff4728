import { authentication, versionHeader } from "@ittybit/openapi";
import { ApiError, InputError } from "../errors.js";
import type { Settings } from "../merge-options.js";
import type { BodilessRequest, Body, Upload } from "../upload/body.js";
import { startDeadline } from "./deadline.js";
import { type HeaderRecord, mergeHeaders } from "./headers.js";
import type { Outcome } from "./outcome.js";
import type { PreparedRequest } from "./prepare.js";
import { parseResponse, type SuccessEnvelope, unreadable } from "./response.js";

/**
 * Sends a request once and reads the response within `limit` milliseconds. Rejects only when a hook or the function
 * for the key does, or when an option is not supported by the runtime.
 *
 * @param attempt counted from 1
 */
export async function sendOnce(request: PreparedRequest, attempt: number, limit: number): Promise<Outcome> {
  const { operation, method, url, settings } = request;
  const { apiKey, onRequest, onResponse } = settings;
  let headers = { ...request.headers };
  if (onRequest) {
    const visible = new Headers(headers);
    await onRequest({ operation, attempt, method, url, headers: visible });
    headers = mergeHeaders(visible);
  }
  const key = typeof apiKey === "function" ? checkApiKey(await apiKey()) : apiKey;
  if (key !== null) headers[AUTHORIZATION] = authentication.prefix + key;
  const deadline = startDeadline(limit, settings.signal);
  let response: Response;
  let text: string | undefined;
  try {
    if (settings.signal?.aborted) throw settings.signal.reason;
    response = await dispatch(request, headers, deadline.signal);
    text = await response.text();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    return { url, error: deadline.failure(operation, cause) };
  } finally {
    deadline.end(text !== undefined && !request.body);
  }
  if (onResponse) await onResponse({ operation, attempt, response });
  const parsed = isMoved(request, response)
    ? unreadable(response.status, `was redirected to ${response.url}`)
    : parseResponse(response, response.ok || key === null ? text : redact(text, key));
  reportVersion(settings, response, parsed.success);
  const { success, failure } = parsed;
  const error = failure && new ApiError(operation, response.status, failure);
  return { url, response, success, failure, error };
}

const AUTHORIZATION = authentication.header.toLowerCase();

/** Refuses a key before a header does, which would quote it in its error. */
export function checkApiKey(key: string | null): string | null {
  if (key === null || (typeof key === "string" && /^[\x21-\x7e]+$/.test(key))) return key;
  throw new InputError("apiKey", "must be printable ASCII without spaces");
}

/** Whether a body is one that knows how it is sent. */
export const isUpload = (body: Body | undefined): body is Upload =>
  Boolean((body as Upload | undefined)?.send);

function dispatch(
  { method, url, body, settings }: PreparedRequest,
  headers: HeaderRecord,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch = globalThis.fetch, cache, credentials, next } = settings;
  const request = { cache, credentials, next, url, method, headers, signal, body } as BodilessRequest;
  return isUpload(body) ? body.send(request, settings) : fetch(url, request);
}

/**
 * Whether a redirect led to what is not the response of the API: that of another origin, or that of a GET in place of
 * the method that was called.
 */
const isMoved = ({ method, url }: PreparedRequest, response: Response): boolean =>
  response.redirected && (method !== "GET" || new URL(response.url).origin !== new URL(url).origin);

/** Removes the key from an error response, which may quote it. */
const redact = (text: string, key: string): string => (key.length < 8 ? text : text.replaceAll(key, "[key]"));

function reportVersion(
  { onVersion, version: asked }: Settings,
  { headers }: Response,
  success?: SuccessEnvelope,
): void {
  const served = onVersion && (headers.get(versionHeader) ?? success?.meta.version);
  if (asked && served && served !== asked) onVersion({ asked, served });
}
