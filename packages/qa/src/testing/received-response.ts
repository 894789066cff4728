import type { ExchangeResponse } from "@ittybit/contract";
import { readResponse } from "./fetch-response.js";

/** The `APIResponse` and the `Response` of Playwright, as far as they are used. */
interface PlaywrightResponse {
  status(): number;
  headersArray(): readonly NamedValue[] | Promise<readonly NamedValue[]>;
  body(): Promise<Uint8Array>;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** Reads a response of `fetch`, of any library or realm, or one of Playwright; it stays usable. @throws TypeError for what is none, or cannot be read to its end */
export async function readReceived(given: unknown): Promise<ExchangeResponse> {
  if (isPlaywrightResponse(given)) return readPlaywrightResponse(given);
  if (!isFetchResponse(given)) throw new TypeError("toMatchContract needs a Response, and got none.");
  if (given.bodyUsed) throw new TypeError("The body was read already: check the response before it.");
  const answer = await readResponse(given);
  if (answer.body === undefined) {
    throw new TypeError("The body has no end, broke off, or is larger than 16 MiB: it cannot be checked.");
  }
  return answer;
}

function isFetchResponse(given: unknown): given is Response {
  const { status, headers, clone } = (given ?? {}) as Partial<Response>;
  return typeof status === "number" && typeof headers === "object" && typeof clone === "function";
}

function isPlaywrightResponse(given: unknown): given is PlaywrightResponse {
  const { status, headersArray, body } = (given ?? {}) as Partial<PlaywrightResponse>;
  return [status, headersArray, body].every((part) => typeof part === "function");
}

async function readPlaywrightResponse(given: PlaywrightResponse): Promise<ExchangeResponse> {
  const headers = await given.headersArray();
  return {
    status: given.status(),
    // the body comes without its coding
    headers: headers.flatMap(({ name, value }) =>
      name.toLowerCase() === "content-encoding" ? [] : [[name, value] as const],
    ),
    body: new Uint8Array(await given.body()),
  };
}
