import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { serviceWorkerScript } from "../../src/inspector/service-worker.js";

/** What a service worker gets with an event, as far as the script uses it. */
interface WorkerEvent {
  readonly request?: Request;
  waitUntil(done: unknown): void;
  respondWith(response: unknown): void;
}

const hosts = new Map([
  ["api", "api.ittybit.com"],
  ["uploads", "uploads.ittybit.com"],
]);

/** Calls of the browser, in order: what the script did. */
let calls: unknown[];
beforeEach(() => {
  calls = [];
});

/** Runs the script as a browser does, and returns how to send it an event. */
function installed(mock: string | undefined): (type: string, request?: Request) => Promise<void> {
  const listeners = new Map<string, (event: WorkerEvent) => unknown>();
  const self = {
    ...(mock === undefined ? {} : { ITTYBIT_MOCK: mock }),
    addEventListener: (type: string, listener: (event: WorkerEvent) => unknown) =>
      listeners.set(type, listener),
    skipWaiting: () => calls.push("skipWaiting"),
    clients: { claim: () => "claimed" },
  };
  const fetch = async (url: string, { method, headers, body }: RequestInit & { headers: Headers }) =>
    calls.push([method, url, Object.fromEntries(headers), await (body as Blob | undefined)?.text()]);
  runInNewContext(serviceWorkerScript(hosts as never), { self, fetch, URL, Headers, Set, Error });
  return async (type, request) => {
    let pending: unknown;
    await listeners.get(type)?.({
      ...(request === undefined ? {} : { request }),
      waitUntil: (done) => calls.push(done),
      respondWith: (response) => {
        pending = response;
      },
    });
    await pending;
  };
}

describe("the service worker", () => {
  it.each(["http://127.0.0.1:4010", "http://127.0.0.1:4010/"])(
    "forwards a GET to the mock at %s, with path, query and the host of the contract, without a body",
    async (mock) => {
      const send = installed(mock);
      await send("fetch", new Request("https://api.ittybit.com/media?limit=2", { headers: { a: "b" } }));
      const headers = { a: "b", "x-forwarded-host": "api.ittybit.com", "x-forwarded-proto": "https" };
      expect(calls).toEqual([["GET", "http://127.0.0.1:4010/media?limit=2", headers, undefined]]);
    },
  );

  it("forwards the body of any other method", async () => {
    const send = installed("http://127.0.0.1:4010");
    await send("fetch", new Request("https://uploads.ittybit.com/media", { method: "POST", body: "a=b" }));
    const headers = expect.objectContaining({ "x-forwarded-host": "uploads.ittybit.com" });
    expect(calls).toEqual([["POST", "http://127.0.0.1:4010/media", headers, "a=b"]]);
  });

  it("leaves other hosts alone", async () => {
    const send = installed("http://127.0.0.1:4010");
    await send("fetch", new Request("https://cdn.example.com/media"));
    expect(calls).toEqual([]);
  });

  it("takes over at once, in pages that are open too", async () => {
    const send = installed("http://127.0.0.1:4010");
    await send("install");
    await send("activate");
    expect(calls).toEqual(["skipWaiting", "claimed"]);
  });

  it.each([undefined, ""])("does not start without the URL of the mock: %j", (mock) => {
    expect(() => installed(mock)).toThrow("Set self.ITTYBIT_MOCK");
  });
});
