import type { ErrorCode, ErrorDetail } from "@ittybit/openapi/types";

/** The envelope of a success, as far as all operations share it. */
export interface SuccessEnvelope {
  readonly meta: { readonly version?: string };
  readonly data: unknown;
  readonly links: { readonly self?: unknown };
}

/** The least that counts as the envelope of an error. */
export interface ErrorEnvelope {
  readonly meta?: { readonly id?: string };
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly details?: readonly ErrorDetail[];
  };
}

/** A parsed response. */
export type ParsedResponse =
  | { readonly success: SuccessEnvelope; readonly failure?: undefined }
  | { readonly failure: ErrorEnvelope; readonly success?: undefined };

/**
 * Parses the body of a response. Anything but the envelope that belongs to the status is a failure that describes
 * what was received: nothing, another media type, truncated JSON, or an unexpected document.
 */
export function parseResponse({ ok, status, headers }: Response, text: string): ParsedResponse {
  const body = parseJson(text);
  if (ok && isObject(body) && isObject(body.data)) {
    body.meta ??= {};
    body.links ??= {};
    return { success: body as unknown as SuccessEnvelope };
  }
  if (!ok && isObject(body) && isObject(body.error) && typeof body.error.message === "string") {
    return { failure: body as unknown as ErrorEnvelope };
  }
  return unreadable(
    status,
    `received ${describe(text, body, headers)} instead of ${ok ? "data" : "an error"} in JSON`,
  );
}

/** The failure of a response that is not one of the API. */
export function unreadable(status: number, message: string): ParsedResponse {
  const meta = { id: "", status, version: "", type: "error" };
  return { failure: { meta, error: { code: "unreadable_response", message, details: [] } } };
}

/** The body as a value; undefined when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(text: string, body: unknown, headers: Headers): string {
  if (text === "") return "an empty body";
  if (body !== undefined) return "another document";
  const type = headers.get("Content-Type") ?? "a body without a media type";
  return /json/i.test(type) ? "truncated or invalid JSON" : type;
}

const isObject = (value: unknown): value is Record<string, unknown> => Object(value) === value;
