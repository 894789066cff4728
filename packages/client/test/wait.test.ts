import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient, ProcessingError, type WaitOptions } from "../src/index.js";

const media = (status: string, more: object = {}) => ({ id: "m1", status, deleted: null, ...more });

/** A client whose Media has these statuses, one for each request; the last one stays. */
function following(states: readonly object[], headers: Record<string, string> = {}) {
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = async (url, { method = "GET" } = {}) => {
    requests.push(`${method} ${new URL(String(url)).pathname}`);
    const polls = requests.filter((each) => each.startsWith("GET")).length;
    const data = method === "POST" ? media("pending") : states[Math.min(polls, states.length) - 1];
    const status = method === "POST" ? 201 : 200;
    return Response.json({ meta: { id: "req_1" }, data, links: {} }, { status, headers });
  };
  return { client: createClient({ apiKey: "key", fetch, retry: 0 }), requests };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Settles while time flies; returns the milliseconds that it took. */
async function fastForward<Value>(promise: Promise<Value>) {
  const started = Date.now();
  let settled = false;
  const done = promise.finally(() => {
    settled = true;
  });
  done.catch(() => {});
  for (let turn = 0; !settled && turn < 1_000; turn++) {
    for (let flush = 0; flush < 5; flush++) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(50);
  }
  return { value: await done, took: Date.now() - started };
}

describe("wait", () => {
  test("requests the Media until it is complete, with pauses that grow", async () => {
    const { client, requests } = following([
      media("uploading"),
      media("pending"),
      media("pending"),
      media("complete"),
    ]);
    const seen: string[] = [];
    const options: WaitOptions = { onStatus: (status) => seen.push(status) };
    const { value, took } = await fastForward(client.media.wait("m1", options));
    expect(value).toMatchObject({ ok: true, status: 200, data: { status: "complete" } });
    expect(seen).toEqual(["uploading", "pending", "complete"]);
    expect(requests).toHaveLength(4);
    expect(took).toBeGreaterThanOrEqual(1000 + 1500 + 2250);
    expect(took).toBeLessThan(6000);
  });

  test("returns at once what is complete already", async () => {
    const { client, requests } = following([media("complete")]);
    const { value, took } = await fastForward(client.media.wait("m1").orThrow());
    expect([value.data.status, took, requests.length]).toEqual(["complete", 50, 1]);
  });

  test("ends when a condition of the caller holds", async () => {
    const { client } = following([
      media("pending"),
      media("pending", { urls: { poster: "https://a.test/" } }),
    ]);
    const until: WaitOptions["until"] = ({ urls }) => Boolean(urls?.poster);
    const { value } = await fastForward(client.media.wait("m1", { until }));
    expect(value).toMatchObject({ ok: true, data: { status: "pending" } });
  });

  test.each<[string, object]>([
    ["failed", media("failed")],
    ["was deleted", media("complete", { deleted: "2024-03-20T09:15:30Z" })],
  ])("settles with an error of its own when the Media %s", async (_case, state) => {
    const { client } = following([media("pending"), state]);
    const until = () => false;
    const { value } = await fastForward(client.media.wait("m1", { until }));
    expect(value).toMatchObject({ ok: false, status: 200, requestId: "req_1" });
    expect(value.error).toBeInstanceOf(ProcessingError);
    expect((value.error as ProcessingError).media).toMatchObject(state);
    await expect(client.media.wait("m1", { until }).orThrow()).rejects.toBeInstanceOf(ProcessingError);
  });

  test("goes on at a status that nobody knows, and names it when time is up", async () => {
    const { client } = following([media("transcoding")]);
    const { value, took } = await fastForward(client.media.wait("m1", { timeout: 20_000 }));
    expect(value).toMatchObject({ ok: false, status: null, error: { name: "TimeoutError" } });
    expect(value.error?.message).toBe('GET /media/{id} has still the status "transcoding" after 20000 ms');
    expect(took).toBeLessThanOrEqual(20_050);
  });

  test("waits as long as Retry-After says", async () => {
    const { client } = following([media("pending"), media("complete")], { "retry-after": "7" });
    const { took } = await fastForward(client.media.wait("m1"));
    expect(took).toBeGreaterThanOrEqual(7000);
  });

  test("ends with the caller's signal, also in a pause", async () => {
    const { client, requests } = following([media("pending")]);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 500);
    const { value, took } = await fastForward(client.media.wait("m1", { signal: controller.signal }));
    expect(value).toMatchObject({ ok: false, error: { name: "AbortError" } });
    expect([took, requests.length]).toEqual([500, 1]);
  });

  test("settles with the failure of a request, and rejects a refused argument", async () => {
    const fetch = async () =>
      Response.json({ error: { code: "not_found", message: "No." } }, { status: 404 });
    const client = createClient({ apiKey: "key", fetch });
    expect(await client.media.wait("m1")).toMatchObject({ ok: false, status: 404 });
    await expect(client.media.wait("")).rejects.toThrow(/^id: /);
  });
});

describe("create with wait", () => {
  test.each([true as const, { interval: 10 }])("returns the processed Media: %j", async (wait) => {
    const { client, requests } = following([media("pending"), media("complete")]);
    const created = client.videos.create({ url: "https://a.test/a.mp4" }, { wait });
    const { value } = await fastForward(created.orThrow());
    expect(value.data.status).toBe("complete");
    expect(requests).toEqual(["POST /videos", "GET /media/m1", "GET /media/m1"]);
  });

  test("returns the failure of the upload, and waits for nothing", async () => {
    const fetch = async () => Response.json({ error: { code: "no", message: "No." } }, { status: 422 });
    const client = createClient({ apiKey: "key", fetch });
    const result = await client.videos.create({ url: "https://a.test/a.mp4" }, { wait: true });
    expect(result).toMatchObject({ ok: false, status: 422 });
  });

  test("without it returns the Media as it was created", async () => {
    const { client, requests } = following([media("complete")]);
    const result = await client.videos.create({ url: "https://a.test/a.mp4" });
    expect(result).toMatchObject({ ok: true, status: 201, data: { status: "pending" } });
    expect(requests).toEqual(["POST /videos"]);
  });
});
