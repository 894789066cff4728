import { authentication, versionHeader } from "@ittybit/openapi";
import { ApiError, type CallFailure, InputError } from "../errors.js";
import type { Settings } from "../settings.js";
import { startDeadline } from "./deadline.js";
import { type HeaderRecord, mergeHeaders } from "./headers.js";
import type { PreparedRequest } from "./prepare.js";
import { type ErrorEnvelope, parseResponse, type SuccessEnvelope } from "./response.js";

/** How an attempt ended: with the envelope of a success, with that of an error, or without a response. */
export interface Outcome {
  readonly response?: Response;
  readonly success?: SuccessEnvelope | undefined;
  readonly failure?: ErrorEnvelope | undefined;
  readonly error?: CallFailure;
}

/**
 * Sends a request once and reads the response within `limit` milliseconds. Rejects only when a hook or the function
 * for the key does, or when an option is not supported by the runtime.
 *
 * @param attempt counted from 1
 */
export async function sendOnce(request: PreparedRequest, attempt: number, limit: number): Promise<Outcome> {
  const { operation, settings } = request;
  const headers = await visibleHeaders(request, attempt);
  const key = await currentKey(settings);
  headers[AUTHORIZATION] = authentication.prefix + key;
  const deadline = startDeadline(limit, settings.signal);
  let response: Response;
  let text: string;
  try {
    response = await dispatch(request, headers, deadline.signal);
    text = await response.text();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    return { error: deadline.failure(operation, cause) };
  } finally {
    deadline.end();
  }
  await settings.onResponse?.({ operation, attempt, response });
  const parsed = parseResponse(response, response.ok ? text : redact(text, key));
  reportVersion(settings, response, parsed.success);
  const { success, failure } = parsed;
  if (success) return { response, success };
  return { response, failure, error: new ApiError(operation, response.status, failure) };
}

const AUTHORIZATION = authentication.header.toLowerCase();

/** The headers as `onRequest` leaves them. Without that hook nobody else sees them, and they need no copy. */
async function visibleHeaders(
  { operation, method, url, headers, settings: { onRequest } }: PreparedRequest,
  attempt: number,
): Promise<HeaderRecord> {
  if (!onRequest) return headers;
  const visible = new Headers(headers);
  await onRequest({ operation, attempt, method, url, headers: visible });
  return mergeHeaders(visible);
}

const currentKey = async ({ apiKey }: Settings): Promise<string> =>
  typeof apiKey === "string" ? apiKey : checkApiKey(await apiKey());

/** Refuses a key before a header does, which would quote it in its error. */
export function checkApiKey(key: string): string {
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new InputError("apiKey", "must be printable ASCII without spaces");
}

function dispatch(
  { method, url, body, settings, init }: PreparedRequest,
  headers: HeaderRecord,
  signal: AbortSignal,
): Promise<Response> {
  const { fetch = globalThis.fetch } = settings;
  // A spread with more behind it would take ten times as long.
  const request = Object.assign({}, init, { url, method, headers, signal, body: null });
  if (!body) return fetch(url, request);
  return "send" in body ? body.send(request, settings) : fetch(url, { ...request, body });
}

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
