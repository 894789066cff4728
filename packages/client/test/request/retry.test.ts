import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type ClientOptions, createClient, type Retry } from "../../src/index.js";
import { EMPTY_ENVELOPE, nowhere, type Recorded, type Reply, recordingServer } from "../recording-server.js";

/** A server that sends these responses in order, then successes, and a client of it that hardly waits. */
async function faults(replies: readonly Reply[], options: Partial<ClientOptions> = {}) {
  const server = await recordingServer((_request: Recorded, before) => replies[before] ?? {});
  const retries: Retry[] = [];
  const client = createClient({
    apiKey: "key",
    baseUrl: server.url,
    retry: { base: 1 },
    onRetry: (retry) => retries.push(retry),
    ...options,
  });
  return { ...server, client, retries };
}

/** A fetch of this process: no connection takes a part of a time limit. Each call gets the next result; null is none. */
function inProcess(results: readonly (Response | null)[]) {
  const signals: AbortSignal[] = [];
  const fetch: typeof globalThis.fetch = async (_url, { signal } = {}) => {
    const result = results[signals.push(signal as AbortSignal) - 1];
    return (
      result ?? new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)))
    );
  };
  return { fetch, signals };
}

const reset: Reply = (outgoing) => outgoing.destroy();
const status = (code: number, headers: Record<string, string> = {}): Reply => ({
  status: code,
  headers,
  body: "",
});
const file = () => new File(["bytes"], "a.png", { type: "image/png" });

describe("a GET is sent again", () => {
  test.each([408, 429, 500, 502, 503, 504])("after %d", async (code) => {
    await using server = await faults([status(code), status(code)]);
    expect(await server.client.media.list()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(3);
    expect(
      server.retries.map(({ attempt, error }) => [attempt, (error as { status?: number }).status]),
    ).toEqual([
      [1, code],
      [2, code],
    ]);
  });

  test("after a broken connection", async () => {
    await using server = await faults([reset, reset]);
    expect(await server.client.media.list()).toMatchObject({ ok: true });
    expect(server.retries.map(({ error }) => error.name)).toEqual(["NetworkError", "NetworkError"]);
  });

  test("after an attempt out of time", async () => {
    const { fetch, signals } = inProcess([null, Response.json(EMPTY_ENVELOPE)]);
    const failed: string[] = [];
    const onRetry = ({ error }: Retry) => failed.push(error.name);
    const client = createClient({ apiKey: "key", fetch, timeout: 50, retry: { base: 1 }, onRetry });
    expect(await client.media.list()).toMatchObject({ ok: true });
    expect(failed).toEqual(["TimeoutError"]);
    expect(signals.map(({ aborted }) => aborted)[0]).toBe(true);
  });

  test("no more than twice, and fails with the last response", async () => {
    await using server = await faults([status(503), status(503), status(500), status(503)]);
    expect(await server.client.media.list()).toMatchObject({ ok: false, status: 500 });
    expect(server.requests).toHaveLength(3);
  });

  test.each([0, 1, 4])("as often as the caller says: %d", async (limit) => {
    await using server = await faults(Array(9).fill(status(503)));
    await server.client.media.list({}, { retry: { limit } });
    expect(server.requests).toHaveLength(limit + 1);
  });
});

describe("nothing is sent again", () => {
  test.each([400, 401, 403, 404, 413, 415, 422, 501, 505])("after %d", async (code) => {
    await using server = await faults([status(code)]);
    expect(await server.client.media.list()).toMatchObject({ ok: false, status: code });
    expect(server.requests).toHaveLength(1);
  });

  test("after the caller's abort, not even while it waits", async () => {
    const controller = new AbortController();
    await using server = await faults([status(503, { "retry-after": "90" })], {
      retry: { maxWait: 100_000 },
      onRetry: () => setImmediate(() => controller.abort()),
    });
    const started = performance.now();
    const result = await server.client.media.list({}, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { name: "AbortError" } });
    expect(server.requests).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

describe("PATCH and DELETE, which do the same when done twice, are sent again with the same body", () => {
  test("PATCH", async () => {
    await using server = await faults([status(502), reset]);
    expect(await server.client.media.update("m1", { title: "t" })).toMatchObject({ ok: true });
    expect(server.requests.map(({ body }) => body.toString())).toEqual(["title=t", "title=t", "title=t"]);
  });

  test("DELETE", async () => {
    await using server = await faults([status(500)]);
    expect(await server.client.media.delete("m1")).toMatchObject({ ok: true });
    expect(server.requests.map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
  });
});

describe("a POST", () => {
  test.each<[string, Reply]>([
    ["500", status(500)],
    ["502", status(502)],
    ["503", status(503)],
    ["504", status(504)],
    ["408", status(408)],
    ["a broken connection", reset],
  ])("that may have arrived is not sent again: %s", async (_case, reply) => {
    await using server = await faults([reply]);
    expect(await server.client.media.create({ file: file() })).toMatchObject({ ok: false });
    expect(await server.client.media.create({ url: "https://a.test/a.mp4" })).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(2);
  });

  test("is sent again with the same bytes when it was turned away by a rate limit", async () => {
    await using server = await faults([status(429)]);
    expect(await server.client.media.create({ file: file() })).toMatchObject({ ok: true });
    const bodies = server.requests.map(({ body }) => body.toString());
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  test("is sent again when no connection was made", async () => {
    const retries: Retry[] = [];
    const client = createClient({
      apiKey: "key",
      baseUrl: await nowhere(),
      retry: { base: 1 },
      onRetry: (retry) => retries.push(retry),
    });
    await client.media.create({ file: file() });
    expect(retries).toHaveLength(2);
  });

  // What the fetch of each throws; the same is seen with the real ones in bench/client-runtimes.bench.ts.
  test.each([
    ["Bun", Object.assign(new TypeError("Unable to connect."), { code: "ECONNREFUSED" })],
    [
      "Deno",
      new TypeError("fetch failed", { cause: new Error("error sending request: client error (Connect): …") }),
    ],
  ])("is sent again when no connection was made, in the words of %s", async (_runtime, thrown) => {
    let sent = 0;
    const fetch = async () => {
      sent++;
      throw thrown;
    };
    await createClient({ apiKey: "key", fetch, retry: { base: 1 } }).media.create({ file: file() });
    expect(sent).toBe(3);
  });

  test("is sent again when the caller says so", async () => {
    await using server = await faults([status(503), reset], { retry: { base: 1, creates: true } });
    expect(await server.client.media.create({ file: file() })).toMatchObject({ ok: true });
    expect(new Set(server.requests.map(({ body }) => body.toString())).size).toBe(1);
  });

  test("of a stream that is read once is never sent again", async () => {
    await using server = await faults([status(429)], { retry: { base: 1, creates: true } });
    const stream = Readable.from([Buffer.from("bytes")]);
    expect(await server.client.media.create({ file: { stream, filename: "a.png" } })).toMatchObject({
      status: 429,
    });
    expect(server.requests).toHaveLength(1);
  });

  test("of a stream that can be created again is", async () => {
    await using server = await faults([status(429)]);
    const stream = () => Readable.from([Buffer.from("bytes")]);
    expect(await server.client.media.create({ file: { stream, filename: "a.png" } })).toMatchObject({
      ok: true,
    });
    expect(server.requests).toHaveLength(2);
  });
});

describe("the wait", () => {
  const date = "Wed, 20 Mar 2024 09:15:30 GMT";
  test.each<[string, number, Record<string, string>]>([
    ["in seconds", 429, { "retry-after": "1" }],
    ["as a date, by the clock of the server", 503, { date, "retry-after": date.replace("30 GMT", "31 GMT") }],
  ])("is what Retry-After says %s", async (_form, code, headers) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const { fetch, signals } = inProcess([
      new Response(null, { status: code, headers }),
      Response.json(EMPTY_ENVELOPE),
    ]);
    const retried = vi.fn((_retry: Retry) => {});
    const result = Promise.resolve(createClient({ apiKey: "key", fetch, onRetry: retried }).media.list());
    while (retried.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(retried.mock.calls[0]?.[0].delay).toBe(1000);
    await vi.advanceTimersByTimeAsync(999);
    expect(signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals).toHaveLength(2);
    expect(await result).toMatchObject({ ok: true });
  });

  test("is none when the date has passed", async () => {
    await using server = await faults([status(503, { "retry-after": "Wed, 20 Mar 2024 09:15:31 GMT" })]);
    await server.client.media.list();
    expect(server.retries[0]?.delay).toBe(0);
  });

  test("is random, up to a limit that doubles", async () => {
    await using server = await faults(Array(30).fill(status(503)), { retry: { base: 8, cap: 16, limit: 8 } });
    await server.client.media.list();
    const limits = [8, 16, 16, 16, 16, 16, 16, 16];
    const { retries } = server;
    expect(retries.map(({ delay }, index) => delay >= 0 && delay <= (limits[index] ?? 0))).toEqual(
      Array(8).fill(true),
    );
    expect(new Set(retries.map(({ delay }) => delay)).size).toBeGreaterThan(4);
    const gaps = server.requests.slice(1).map(({ at }, index) => at - (server.requests[index]?.at ?? 0));
    for (const [index, gap] of gaps.entries()) expect(gap).toBeGreaterThan((retries[index]?.delay ?? 0) - 3);
  });

  test("longer than the caller would wait is not begun", async () => {
    await using server = await faults([status(429, { "retry-after": "3600" })]);
    expect(await server.client.media.list()).toMatchObject({ ok: false, status: 429 });
    expect(server.requests).toHaveLength(1);
  });

  test("that ends after the total time is not begun", async () => {
    await using server = await faults([status(429, { "retry-after": "2" })], { totalTimeout: 1500 });
    expect(await server.client.media.list()).toMatchObject({ ok: false, status: 429 });
    expect(server.requests).toHaveLength(1);
  });
});

test("the total time cuts the last attempt short", async () => {
  const { fetch, signals } = inProcess([null]);
  const client = createClient({ apiKey: "key", fetch, timeout: 60_000, totalTimeout: 60 });
  expect(await client.media.list()).toMatchObject({ ok: false, error: { name: "TimeoutError" } });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test("hooks see each attempt, and can add headers to it", async () => {
  const seen: string[] = [];
  await using server = await faults([status(503)], {
    onRequest: ({ operation, attempt, headers }) => {
      seen.push(`request ${attempt} ${operation} ${headers.has("authorization")}`);
      headers.append("x-attempt", String(attempt));
    },
    onResponse: ({ attempt, response }) => void seen.push(`response ${attempt} ${response.status}`),
  });
  await server.client.media.list();
  expect(seen).toEqual([
    "request 1 GET /media false",
    "response 1 503",
    "request 2 GET /media false",
    "response 2 200",
  ]);
  expect(server.requests.map(({ headers }) => headers["x-attempt"])).toEqual(["1", "2"]);
});

describe("a Retry-After that is neither seconds nor a date is ignored", () => {
  test.each(["0.5", "-1", "1, 1", "soon", "1e3"])("%s", async (value) => {
    await using server = await faults([status(503, { "retry-after": value })], { retry: { base: 64 } });
    await server.client.media.list();
    const { delay = -1 } = server.retries[0] ?? {};
    expect(Number.isInteger(delay)).toBe(false);
    expect(delay).toBeLessThan(64);
  });
});

describe("a TLS fault is not retried", () => {
  test.each([
    ["Node", "DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate"],
    ["Node, an old protocol", "ERR_SSL_WRONG_VERSION_NUMBER", "wrong version number"],
    ["Deno", undefined, "invalid peer certificate: UnknownIssuer"],
  ])("%s", async (_runtime, code, message) => {
    let sent = 0;
    const fetch = async () => {
      sent++;
      throw new TypeError("fetch failed", { cause: Object.assign(new Error(message), code && { code }) });
    };
    const result = await createClient({ apiKey: "key", fetch, retry: { base: 1 } }).media.list();
    expect([result.ok, sent]).toEqual([false, 1]);
  });
});
