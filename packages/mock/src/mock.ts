import { answer, type Kitchen } from "./answer.js";
import { readBundle, readOperations } from "./document.js";
import { createEnvelope } from "./envelope.js";
import { type Listener, listen } from "./listener.js";
import type { MockRequest, MockResponse } from "./message.js";
import type { ListenOptions, MockOptions } from "./options.js";
import { createRenderer } from "./rendering.js";
import { createRouter } from "./route.js";

/** A mock of the API: in process through `fetch`, or over HTTP through `listen`. */
export interface Mock {
  /** Answers a request without any port. */
  fetch(request: Request): Promise<Response>;
  /** Starts a server. A mock may listen at several addresses. */
  listen(options?: ListenOptions): Promise<Listener>;
  /** Closes every server that this mock started. */
  close(): Promise<void>;
}

/**
 * Makes a mock from a contract.
 * @throws where the document cannot be read as OpenAPI.
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const operations = await readOperations(options.document ?? (await readBundle()));
  const kitchen: Kitchen = {
    route: createRouter(operations),
    render: createRenderer(),
    envelope: createEnvelope(operations),
  };
  const listeners: Listener[] = [];
  const timed = async (request: MockRequest): Promise<MockResponse> => {
    const start = performance.now();
    const response = await answerSafely(request, kitchen);
    options.onAnswer?.(request, response.status, performance.now() - start);
    return response;
  };

  return {
    fetch: async (request) => toResponse(await timed(fromRequest(request)), request.method),
    listen: async (listenOptions = {}) => {
      const listener = await listen(timed, listenOptions);
      listeners.push(listener);
      return listener;
    },
    close: async () => {
      await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    },
  };
}

/** An error of our own is an answer too: a 500 in the envelope, so that no caller is left waiting. */
async function answerSafely(request: MockRequest, kitchen: Kitchen): Promise<MockResponse> {
  try {
    return await answer(request, kitchen);
  } catch (error) {
    const message = `The mock failed: ${error instanceof Error ? error.message : error}`;
    const body = JSON.stringify(kitchen.envelope({ status: 500, message, details: [] }));
    return { status: 500, headers: [["Content-Type", "application/json"]], body: Buffer.from(body) };
  }
}

function fromRequest({ method, url, headers, body }: Request): MockRequest {
  return { method, url, headers: [...headers], body };
}

function toResponse({ status, headers, body }: MockResponse, method: string): Response {
  const bare = method === "HEAD" || status === 204 || status === 304;
  return new Response(bare ? null : Uint8Array.from(body), {
    status,
    headers: headers.map(([k, v]) => [k, v]),
  });
}
