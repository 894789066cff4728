import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { MockRequest, MockResponse } from "./message.js";
import { SLOW_CHUNKS, SLOW_PAUSE_MS } from "./send-response.js";

/** A request of the Fetch API as plain data. */
export function fromRequest({ method, url, headers, body }: Request): MockRequest {
  return { method, url, headers: [...headers], body };
}

/** A response of the Fetch API, with its fault if it has one: as if it had come over a connection. */
export async function toResponse(response: MockResponse, request: Request): Promise<Response> {
  const { status, headers, delivery } = response;
  if (delivery === "timeout") return untilAborted(request);
  if (delivery === "reset") throw new TypeError("fetch failed");
  const hasNoBody = request.method === "HEAD" || status === 204 || status === 304;
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  return new Response(hasNoBody ? null : bodyOf(response), init);
}

/** Rejects when the caller aborts the request. */
export function untilAborted({ signal }: Request): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

type ResponseBody = ConstructorParameters<typeof Response>[0];

function bodyOf({ body, file, delivery }: MockResponse): ResponseBody {
  if (file) return Readable.toWeb(createReadStream(file.path, file)) as ResponseBody;
  if (delivery === "slow") return ReadableStream.from(slowly(body)) as ResponseBody;
  if (delivery === "truncate") return ReadableStream.from(truncated(body)) as ResponseBody;
  return Uint8Array.from(body);
}

async function* slowly(body: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / SLOW_CHUNKS));
  for (let at = 0; at < body.length; at += size) {
    yield body.slice(at, at + size);
    await sleep(SLOW_PAUSE_MS);
  }
}

async function* truncated(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body.slice(0, body.length >> 1);
  throw new TypeError("terminated");
}
