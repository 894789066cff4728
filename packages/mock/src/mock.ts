import { openSource } from "./document.js";
import { type House, receive } from "./front-door.js";
import { createKitchen } from "./kitchen.js";
import { type Listener, listen } from "./listener.js";
import type { MockRequest, MockResponse } from "./message.js";
import { type ListenOptions, type MockOptions, resolveOptions } from "./options.js";
import { History } from "./record.js";

/** A mock of the API: in process through `fetch`, or over HTTP through `listen`. */
export interface Mock {
  /** Answers a request without any port. A fault that breaks the connection rejects, as `fetch` does. */
  fetch(request: Request): Promise<Response>;
  /**
   * Starts a server. A mock may listen at several addresses; where one of them stands for the server `api`, links
   * lead there.
   */
  listen(options?: ListenOptions): Promise<Listener>;
  /** Reads the document again. @throws where it cannot be used; then the mock goes on with the one it had. */
  reload(): Promise<void>;
  /** Closes every server that this mock started. */
  close(): Promise<void>;
}

/**
 * Makes a mock from a contract.
 * @throws ContractError where the document cannot be used
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const resolved = resolveOptions(options);
  let kitchen = createKitchen(await openSource(options), resolved);
  const house: House = { kitchen: () => kitchen, history: new History() };
  const listeners: Listener[] = [];
  let origin: string | undefined;

  return {
    fetch: async (request) => toResponse(await receive(fromRequest(request), house), request),
    listen: async (listenOptions = {}) => {
      const listener = await listen((request) => receive(request, house, origin), house, listenOptions);
      if (listenOptions.server !== undefined && listenOptions.server === [...kitchen.hosts.keys()][0])
        origin = listener.url;
      listeners.push(listener);
      return listener;
    },
    reload: async () => {
      kitchen = createKitchen(await openSource(options), resolved);
    },
    close: async () => {
      await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    },
  };
}

function fromRequest({ method, url, headers, body }: Request): MockRequest {
  return { method, url, headers: [...headers], body };
}

function toResponse({ status, headers, body, delivery }: MockResponse, request: Request): Promise<Response> {
  if (delivery === "timeout") return untilAborted(request);
  if (delivery === "reset" || delivery === "truncate") return Promise.reject(new TypeError("fetch failed"));
  const bare = request.method === "HEAD" || status === 204 || status === 304;
  const init = { status, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  return Promise.resolve(new Response(bare ? null : Uint8Array.from(body), init));
}

function untilAborted({ signal }: Request): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
