import { startMock } from "@ittybit/test-support/servers/start-mock";
import { describe, expect, it } from "vitest";
import { createMock } from "../../src/index.js";
import { call, key } from "../call-mock.js";

const { mock, url } = await startMock();

const prefer = (Prefer: string, path = "/media") => call(mock, "GET", path, { headers: { Prefer } });

describe("a mistake in Prefer gets a 400", () => {
  it.each([
    ["code=abc", "code=abc is no HTTP status."],
    ["code=204", "code=204 is not documented here."],
    ["code=304", "code=304 is not documented here."],
    ["code=429, code=401", "code is given twice."],
    ["example=Nothing", "example=Nothing is not one of: MediaList, "],
    ["example=MediaList, dynamic=true", "exclude each other"],
    ["dynamic=perhaps", "must be true or false"],
    ["delay=soon", "must be a whole number of milliseconds"],
    ["delay=99999", "must be a whole number of milliseconds"],
    ["fault=fire", "is not one of: reset, timeout"],
    ["fault=429, code=200", "exclude each other"],
    ['seed=""', "seed must not be empty."],
  ])("%s", async (wish, message) => {
    const response = await prefer(wish);
    expect(response).toMatchObject({
      status: 400,
      body: {
        meta: { status: 400, type: "error" },
        error: {
          details: [{ location: "header", field: "Prefer", message: expect.stringContaining(message) }],
        },
      },
    });
  });

  it.each(['return=minimal, wait=10; foo="a, b", respond-async', "cod=404", "=7", ", ;"])(
    "%s, for other recipients, is ignored",
    async (wish) => {
      expect((await prefer(wish)).status).toBe(200);
      expect((await prefer(`${wish}, code=429`)).status).toBe(429);
    },
  );
});

it.each([
  ["/media?__code=429&limit=5", 429],
  ["/media?limit=5&__example=MediaListEmpty", 200],
  ["/media?__example=Nothing", 400],
  ["/media?__code=429&__code=401", 400],
  ["/media?__colour=red", 422],
])("%s, as Prism takes it, is a %i", async (path, status) => {
  expect((await call(mock, "GET", path)).status).toBe(status);
});

describe("a generated response", () => {
  it("is the same for the same seed, whatever is requested in between", async () => {
    const seeds = ["a", "b", "c", "a", "b", "c"];
    const [a, b, c, ...again] = await Promise.all(seeds.map((seed) => prefer(`dynamic=true, seed=${seed}`)));
    expect(again.map(({ body }) => body)).toEqual([a?.body, b?.body, c?.body]);
    expect(a?.body).not.toEqual(b?.body);
  });

  it("has the status that was asked for in its meta", async () => {
    expect((await prefer("dynamic=true, code=503, seed=1")).body.meta.status).toBe(503);
  });
});

describe("a fault", () => {
  const send = (fault: string, init: RequestInit = {}) =>
    fetch(`${url}/media`, { ...init, headers: { ...key, Prefer: `fault=${fault}` } });

  it("429 has a Retry-After", async () => {
    const response = await send("429");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "30"]);
  });

  it("503-then-ok is a 503 for every second call", async () => {
    const statuses = [await send("503-then-ok"), await send("503-then-ok"), await send("503-then-ok")];
    expect(statuses.map(({ status }) => status)).toEqual([503, 200, 503]);
  });

  it("reset breaks the connection", async () => {
    await expect(send("reset")).rejects.toThrow("fetch failed");
  });

  it("truncate breaks it in the middle of the response", async () => {
    const response = await send("truncate");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("timeout never responds", async () => {
    await expect(send("timeout", { signal: AbortSignal.timeout(200) })).rejects.toThrow("timeout");
  });

  it("slow arrives whole, in pieces", async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await send("slow")).body ?? []) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(1);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ meta: { status: 200 } });
  });

  it("in process: fetch fails as it would over a port", async () => {
    await expect(prefer("fault=reset")).rejects.toThrow("fetch failed");
  });
});

it.each(["delay=80", "latency"])("%s: the response comes no sooner", async (what) => {
  const slow = what === "latency" ? await createMock({ latency: [80, 90] }) : mock;
  const start = performance.now();
  const headers: Record<string, string> = what === "latency" ? {} : { Prefer: what };
  expect((await call(slow, "GET", "/media", { headers })).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(75);
});
