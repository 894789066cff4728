import type { ErrorCode, ErrorDetail } from "@ittybit/openapi/types";

/** The envelope of a success, as far as every operation has it. */
export interface Succeeded {
  readonly meta: { readonly version?: string };
  readonly data: unknown;
  readonly links: unknown;
}

/** The least that can be read as the envelope of a failure. */
export interface Failed {
  readonly meta?: { readonly id?: string };
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly details?: readonly ErrorDetail[];
  };
}

/** What an answer says. */
export type Answer =
  | { readonly success: Succeeded; readonly failure?: undefined }
  | { readonly failure: Failed; readonly success?: undefined };

/**
 * Reads the body of an answer. Anything but the envelope that goes with the status is a failure that says what
 * came instead: nothing, another media type, a part of a document, or another document.
 */
export function readAnswer({ ok, status, headers }: Response, text: string): Answer {
  const body = parsed(text);
  if (ok && isObject(body) && "data" in body) {
    body.meta ??= {};
    body.links ??= {};
    return { success: body as unknown as Succeeded };
  }
  if (!ok && isObject(body) && isObject(body.error) && typeof body.error.message === "string") {
    return { failure: body as unknown as Failed };
  }
  const message = `${instead(text, body, headers)} came instead of ${ok ? "data" : "an error"} in JSON`;
  const meta = { id: "", status, version: "", type: "error" };
  return { failure: { meta, error: { code: "unreadable_response", message, details: [] } } };
}

/** The body as a value; undefined when it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function instead(text: string, body: unknown, headers: Headers): string {
  if (text === "") return "an empty body";
  if (body !== undefined) return "another document";
  const type = headers.get("Content-Type") ?? "a body without a media type";
  return /json/i.test(type) ? "cut or broken JSON" : type;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
