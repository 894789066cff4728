import { contentLength, varyByEncoding } from "./content-headers.js";
import { fileStream } from "./file-stream.js";
import type { MockRequest, MockResponse } from "./message.js";
import { sleep } from "./sleep.js";
import { SLOW_CHUNKS, SLOW_PAUSE_MS } from "./slow-delivery.js";

/** A request of the Fetch API as plain data. */
export function fromRequest({ method, url, headers, body }: Request): MockRequest {
  return { method, url, headers: [...headers], body: body && chunksOf(body) };
}

/** Not every browser can iterate over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A response of the Fetch API, with its fault if it has one: as if it had come over a connection. */
export async function toResponse(response: MockResponse, request: Request): Promise<Response> {
  const { status, delivery } = response;
  if (delivery === "timeout") return untilAborted(request);
  if (delivery === "reset") throw new TypeError("fetch failed");
  const hasNoBody = request.method === "HEAD" || status === 204 || status === 304;
  const fields = [...varyByEncoding(response).headers, ...contentLength(response)];
  const init = { status, headers: fields.map(([name, value]): [string, string] => [name, value]) };
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
  if (file) return fileStream(file) as ResponseBody;
  if (delivery === "slow") return streamOf(slowly(body));
  if (delivery === "truncate") return streamOf(truncated(body));
  return Uint8Array.from(body);
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
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
