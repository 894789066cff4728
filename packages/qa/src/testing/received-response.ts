import type { ExchangeResponse } from "@ittybit/contract";
import { readResponse } from "./fetch-response.js";

/** The members of Playwright's `APIResponse` and `Response` that are used. */
interface PlaywrightResponse {
  status(): number;
  headersArray(): readonly NamedValue[] | Promise<readonly NamedValue[]>;
  body(): Promise<Uint8Array>;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads the value that a matcher received: a response of any `fetch`, or of Playwright. It stays unread.
 *
 * @throws TypeError for any other value, and for a body that cannot be read to its end
 */
export async function readReceived(received: unknown): Promise<ExchangeResponse> {
  if (isPlaywrightResponse(received)) return readPlaywrightResponse(received);
  if (!isFetchResponse(received)) throw new TypeError("toMatchContract needs a Response.");
  if (received.bodyUsed)
    throw new TypeError("The body was already read: check the response before you read it.");
  const response = await readResponse(received);
  if (response.body === undefined) {
    throw new TypeError("The body cannot be checked: it never ends, broke off, or is larger than 16 MiB.");
  }
  return response;
}

function isFetchResponse(received: unknown): received is Response {
  const { status, headers, clone } = (received ?? {}) as Partial<Response>;
  return typeof status === "number" && typeof headers === "object" && typeof clone === "function";
}

function isPlaywrightResponse(received: unknown): received is PlaywrightResponse {
  const { status, headersArray, body } = (received ?? {}) as Partial<PlaywrightResponse>;
  return [status, headersArray, body].every((member) => typeof member === "function");
}

async function readPlaywrightResponse(received: PlaywrightResponse): Promise<ExchangeResponse> {
  const headers = await received.headersArray();
  return {
    status: received.status(),
    // Playwright decodes the body but keeps the Content-Encoding header.
    headers: headers.flatMap(({ name, value }) =>
      name.toLowerCase() === "content-encoding" ? [] : [[name, value] as const],
    ),
    body: new Uint8Array(await received.body()),
  };
}
