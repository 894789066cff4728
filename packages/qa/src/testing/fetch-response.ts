import type { ExchangeResponse, HeaderPair } from "@ittybit/contract";
import { readBounded } from "./read-bounded.js";
import { isStream } from "./stream-tee.js";

/** Media types of event streams, JSON sequences and image streams, which may never end. */
const ENDLESS_MEDIA_TYPES =
  /^\s*(text\/event-stream|application\/(x-ndjson|jsonl|json-seq)|multipart\/x-mixed-replace)\b/i;

/** Whether a body of this media type may never end. */
export function isEndless(mediaType: string | null | undefined): boolean {
  return ENDLESS_MEDIA_TYPES.test(mediaType ?? "");
}

/**
 * Reads a copy of a response; the response itself stays unread. The body is undefined if it may never end, is too large
 * to keep, breaks off, or was read before.
 */
export async function readResponse(response: Response): Promise<ExchangeResponse> {
  return {
    status: response.status,
    // fetch decodes the body but keeps the Content-Encoding header.
    headers: headerPairs(response.headers).filter(([name]) => name !== "content-encoding"),
    body: await readBody(response),
  };
}

async function readBody(response: Response): Promise<Uint8Array | null | undefined> {
  if (response.bodyUsed || response.body?.locked) return undefined;
  if (response.body === null) return null;
  if (isEndless(response.headers.get("content-type"))) return undefined;
  const copy = response.clone();
  // Some implementations of fetch have Node streams as bodies, or none.
  if (isStream(copy.body)) return readBounded(copy.body);
  return new Uint8Array(await copy.arrayBuffer());
}

function headerPairs(headers: Headers): HeaderPair[] {
  return [...headers].map(([name, value]) => [name.toLowerCase(), value]);
}
