import type { ExchangeResponse, HeaderPair } from "@ittybit/contract";
import { readBounded } from "./read-bounded.js";
import { isStream } from "./stream-tee.js";

/** Server-Sent Events, one JSON text after the other, one picture after the other: waiting for the end would hang. */
const ENDLESS_MEDIA_TYPES =
  /^\s*(text\/event-stream|application\/(x-ndjson|jsonl|json-seq)|multipart\/x-mixed-replace)\b/i;

/** Whether an answer of this media type may never end. */
export function isEndless(mediaType: string | null | undefined): boolean {
  return ENDLESS_MEDIA_TYPES.test(mediaType ?? "");
}

/**
 * Reads a copy of an answer; the answer stays as it is, unread.
 *
 * The body is not recorded where it may be without end, is too large to keep, breaks off, or was read before.
 */
export async function readResponse(response: Response): Promise<ExchangeResponse> {
  return {
    status: response.status,
    // fetch has undone the coding, and keeps the header of it
    headers: headerPairs(response.headers).filter(([name]) => name !== "content-encoding"),
    body: await bodyOf(response),
  };
}

async function bodyOf(response: Response): Promise<Uint8Array | null | undefined> {
  if (response.bodyUsed || response.body?.locked) return undefined;
  if (response.body === null) return null;
  if (isEndless(response.headers.get("content-type"))) return undefined;
  const copy = response.clone();
  // other implementations of fetch give streams of another sort, or none
  if (isStream(copy.body)) return readBounded(copy.body);
  return new Uint8Array(await copy.arrayBuffer());
}

function headerPairs(headers: Headers): HeaderPair[] {
  return [...headers].map(([name, value]) => [name.toLowerCase(), value]);
}
