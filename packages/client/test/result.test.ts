import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import { ApiError, createClient } from "../src/index.js";
import { EMPTY_ENVELOPE, nowhere, type Reply, recordingServer } from "./recording-server.js";

const refusal = (code: string) => ({
  meta: { id: "req_9", status: 404, version: "2024-03-21", type: "error" },
  error: {
    code,
    message: "No such media.",
    details: [{ location: "path", field: "id", message: "Unknown." }],
  },
});

async function listed(reply: Reply, options: object = {}) {
  await using server = await recordingServer(() => reply);
  const client = createClient({ apiKey: "secret-key-1", baseUrl: server.url, retry: 0, ...options });
  return { high: await client.media.list(), low: await client.GET("/media") };
}

test("a success carries the envelope, the status and the response", async () => {
  const { high, low } = await listed({ body: { ...EMPTY_ENVELOPE, data: [{ id: "m1" }] } });
  expect(high).toMatchObject({ ok: true, status: 200, data: [{ id: "m1" }], meta: { id: "req_1" } });
  expect(high.response?.status).toBe(200);
  expect(low).toMatchObject({ data: { data: [{ id: "m1" }] }, response: { status: 200 } });
  expect(low.error).toBeUndefined();
});

test("a failure carries the error, the status and the id of the request", async () => {
  const { high, low } = await listed({ status: 404, body: refusal("not_found") });
  expect(high).toMatchObject({ ok: false, status: 404, requestId: "req_9", response: { status: 404 } });
  expect(high.ok ? null : high.error).toMatchObject({
    name: "ApiError",
    operation: "GET /media",
    message: "GET /media failed with 404 not_found: No such media.",
    code: "not_found",
    details: [{ field: "id" }],
    requestId: "req_9",
  });
  expect(low.error).toEqual(refusal("not_found"));
});

describe("a response outside the contract is a failure that says so", () => {
  const html = { "content-type": "text/html" };
  test.each<[string, Reply, number, RegExp]>([
    ["an empty 500", { status: 500, body: "" }, 500, /500 .*an empty body instead of an error/],
    [
      "an HTML 502",
      { status: 502, headers: html, body: "<html>" },
      502,
      /502 .*text\/html instead of an error/,
    ],
    ["an empty 200", { body: "" }, 200, /200 .*an empty body instead of data/],
    ["a 200 with HTML", { headers: html, body: "<html>" }, 200, /200 .*text\/html instead of data/],
    ["a 204", { status: 204, body: "" }, 204, /204 .*an empty body/],
    ["JSON that breaks off", { body: '{"meta":{},"da' }, 200, /truncated or invalid JSON instead of data/],
    ["JSON of another shape", { body: ["no"] }, 200, /another document instead of data/],
    ["null", { body: "null" }, 200, /another document instead of data/],
    [
      "an error of another shape",
      { status: 400, body: { error: "no" } },
      400,
      /another document instead of an error/,
    ],
    ["a success under an error status", { status: 500, body: EMPTY_ENVELOPE }, 500, /another document/],
    ["a redirect to nowhere", { status: 304, body: "" }, 304, /an empty body/],
  ])("%s", async (_case, reply, status, message) => {
    const { high, low } = await listed(reply);
    expect(high).toMatchObject({
      ok: false,
      status,
      requestId: null,
      error: { code: "unreadable_response", status },
    });
    expect(high.ok ? "" : high.error.message).toMatch(message);
    expect(low).toMatchObject({
      error: { error: { code: "unreadable_response", details: [] } },
      response: { status },
    });
  });
});

test("a body cut off by the connection is a network error", async () => {
  const { high } = await listedOver((outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"meta"');
    setImmediate(() => outgoing.destroy());
  });
  expect(high).toMatchObject({ ok: false, status: null, response: null, error: { name: "NetworkError" } });
  expect(high.ok ? null : high.error.cause).toBeInstanceOf(TypeError);
});

const listedOver = async (reply: Extract<Reply, (...args: never[]) => void>) => {
  await using server = await recordingServer(() => reply);
  return { high: await createClient({ apiKey: "key", baseUrl: server.url, retry: 0 }).media.list() };
};

test("no connection is a network error with the code of its cause", async () => {
  const client = createClient({ apiKey: "key", baseUrl: await nowhere(), retry: 0 });
  const result = await client.media.list();
  expect(result).toMatchObject({ ok: false, status: null, requestId: null, response: null });
  expect(result.ok ? "" : result.error.message).toBe(
    "GET /media received no complete response: ECONNREFUSED",
  );
  await expect(client.GET("/media")).rejects.toMatchObject({ name: "NetworkError" });
});

test("an attempt out of time is a timeout", async () => {
  await using server = await recordingServer(() => () => {});
  const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0, timeout: 20 });
  expect(await client.media.get("m1")).toMatchObject({
    ok: false,
    status: null,
    error: { name: "TimeoutError", message: "GET /media/{id} received no complete response within 20 ms" },
  });
});

test("a body that does not end is a timeout too", async () => {
  await using server = await recordingServer(() => (outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json" }).write("{");
  });
  const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0, timeout: 50 });
  expect(await client.media.get("m1")).toMatchObject({ ok: false, error: { name: "TimeoutError" } });
});

test("a call that its signal stopped is an abort with the reason as its cause", async () => {
  await using server = await recordingServer(() => () => {});
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const reason = new Error("left the page");
  const before = AbortSignal.abort(reason);
  expect(await client.media.get("m1", { signal: before })).toMatchObject({
    ok: false,
    error: { name: "AbortError", cause: reason },
  });
  expect(server.requests).toEqual([]);
  const controller = new AbortController();
  const result = client.media.get("m1", { signal: controller.signal });
  setImmediate(() => controller.abort(reason));
  expect(await result).toMatchObject({
    ok: false,
    status: null,
    error: { name: "AbortError", cause: reason },
  });
});

test("one signal can stop many calls, without a warning of Node, and is let go by those that ended", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const warnings: Error[] = [];
  const warned = (warning: Error) => void warnings.push(warning);
  process.on("warning", warned);
  onTestFinished(() => void process.off("warning", warned));
  const { signal } = new AbortController();
  const results = await Promise.all(Array.from({ length: 20 }, () => client.media.list({}, { signal })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(20);
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("orThrow gives the success, or throws the error", async () => {
  await using server = await recordingServer(({ target }) =>
    target === "/media" ? {} : { status: 404, body: refusal("not_found") },
  );
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  expect(await client.media.list().orThrow()).toMatchObject({ ok: true, data: [] });
  const failing = client.media.get("m1").orThrow();
  await expect(failing).rejects.toBeInstanceOf(ApiError);
  await expect(failing).rejects.toMatchObject({ status: 404, code: "not_found", requestId: "req_9" });
});

test("what the contract does not know is passed on: fields, kinds and statuses", async () => {
  const body = { ...EMPTY_ENVELOPE, data: [{ id: "m1", kind: "hologram", depth: 3 }], extra: true };
  expect((await listed({ status: 206, body })).high).toMatchObject({
    ok: true,
    status: 206,
    data: body.data,
  });
  const failed = { error: { code: "teapot", message: "Short and stout." } };
  expect((await listed({ status: 418, body: failed })).high).toMatchObject({
    ok: false,
    status: 418,
    requestId: null,
    error: { code: "teapot", details: [] },
  });
});

describe("the version of the response", () => {
  test.each([
    [
      "another, by header",
      { headers: { "ittybit-version": "2025-01-01" } },
      [{ asked: "2024-03-21", served: "2025-01-01" }],
    ],
    [
      "another, by meta",
      { body: { ...EMPTY_ENVELOPE, meta: { version: "2025-01-01" } } },
      [{ asked: "2024-03-21", served: "2025-01-01" }],
    ],
    ["the same", { headers: { "ittybit-version": "2024-03-21" } }, []],
    ["unsaid", {}, []],
  ])("%s", async (_case, reply, told) => {
    const seen: object[] = [];
    await using server = await recordingServer(() => reply);
    const onVersion = (versions: object) => seen.push(versions);
    await createClient({ apiKey: "key", baseUrl: server.url, version: "2024-03-21", onVersion }).media.list();
    expect(seen).toEqual(told);
  });
});

describe("the key", () => {
  const apiKey = "sk_live_0123456789";
  test("is in no result, error, hook or client, however deep they are shown", async () => {
    const echo = { status: 401, body: { error: { code: "unauthorized", message: `Unknown key ${apiKey}` } } };
    await using server = await recordingServer(() => echo);
    const shown: unknown[] = [];
    const hooks = {
      onRequest: (sent: object) => void shown.push(inspect(sent, { depth: 9 })),
      onResponse: (got: object) => void shown.push(inspect(got, { depth: 9, showHidden: true })),
    };
    const client = createClient({ apiKey, baseUrl: server.url, ...hooks });
    const result = await client.media.list();
    const broken = await createClient({ apiKey, baseUrl: await nowhere(), retry: 0 }).media.list();
    shown.push(
      inspect([client, result, broken], { depth: 9, showHidden: true }),
      JSON.stringify([client, result, broken]),
    );
    expect(result.ok ? "" : result.error.message).toContain("Unknown key [key]");
    expect(shown).toHaveLength(4);
    for (const text of shown) expect(text).not.toContain(apiKey);
  });

  test("that is no text is refused by name", () => {
    expect(() => createClient({} as { apiKey: string })).toThrow(/^apiKey: /);
  });
});

test("a success with null as its data is a failure", async () => {
  const { high } = await listed({ body: { meta: {}, data: null, links: {} } });
  expect(high).toMatchObject({ ok: false, status: 200, error: { code: "unreadable_response" } });
});

describe("a redirect that leaves the API", () => {
  const to = (location: string, status = 307): Reply => ({ status, headers: { location } });

  test("a response of another origin is not the API's, and says where it came from", async () => {
    await using other = await recordingServer();
    await using server = await recordingServer(() => to(`${other.url}/login`, 302));
    const result = await createClient({ apiKey: "key", baseUrl: server.url, retry: 0 }).media.list();
    expect(result).toMatchObject({ ok: false, status: 200, error: { code: "unreadable_response" } });
    expect(result.ok ? "" : result.error.message).toContain(`was redirected to ${other.url}/login`);
  });

  test("a PATCH that a 303 turned into a GET is not a success", async () => {
    await using server = await recordingServer(({ method }) =>
      method === "PATCH" ? to("/media/m2", 303) : {},
    );
    const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
    const result = await client.media.update("m1", { title: "t" });
    expect(result).toMatchObject({ ok: false, status: 200, error: { code: "unreadable_response" } });
    expect(result.ok ? "" : result.error.message).toContain("was redirected to");
  });
});

test("data and error can be taken apart, and narrow each other", async () => {
  await using server = await recordingServer();
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const { data, error } = await client.media.get("m1");
  if (error) throw error;
  expectTypeOf(data.title).toEqualTypeOf<string | null>();
  expect(data).toEqual([]);
});

test("a polyfilled signal aborts a call", async () => {
  await using server = await recordingServer(() => () => {});
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  };
  const client = createClient({ apiKey: "key", baseUrl: server.url });
  const call = client.media.get("m1", { signal: signal as unknown as AbortSignal });
  await new Promise((resolve) => setTimeout(resolve, 20));
  Object.assign(signal, { aborted: true, reason: "enough" });
  for (const listener of listeners) listener();
  expect(await call).toMatchObject({ ok: false, error: { name: "AbortError", cause: "enough" } });
  expect(listeners.size).toBe(0);
});
