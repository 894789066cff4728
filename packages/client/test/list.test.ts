import { servers } from "@ittybit/openapi";
import { describe, expect, test } from "vitest";
import { createClient, type Result } from "../src/index.js";
import { recordingServer } from "./recording-server.js";

/** A server with three pages of two items; `next` may lead the last page elsewhere. */
async function threePages(next: (origin: string) => string | null = () => null) {
  const server = await recordingServer(({ target, headers }) => {
    const origin = `http://${headers.host}`;
    const page = Number(new URL(target, origin).searchParams.get("page") ?? 1);
    const link = (number: number) => `${origin}/media?limit=2&page=${number}`;
    return {
      body: {
        meta: { id: `req_${page}`, total: 6, pages: 3, page, limit: 2 },
        data: [{ id: `m${page}a` }, { id: `m${page}b` }],
        links: { self: link(page), next: page < 3 ? link(page + 1) : next(origin) },
      },
    };
  });
  return { ...server, client: createClient({ apiKey: "key", baseUrl: server.url, retry: 0 }) };
}

const ids = async (list: AsyncIterable<{ id: string }>, ids: string[] = []) => {
  for await (const { id } of list) ids.push(id);
  return ids;
};

test("every item of every page, by links.next alone", async () => {
  await using server = await threePages();
  expect(await ids(server.client.media.list({ limit: 2 }))).toEqual([
    "m1a",
    "m1b",
    "m2a",
    "m2b",
    "m3a",
    "m3b",
  ]);
  expect(server.requests.map(({ target }) => target)).toEqual([
    "/media?limit=2",
    "/media?limit=2&page=2",
    "/media?limit=2&page=3",
  ]);
  expect(server.requests.every(({ headers }) => headers.authorization === "Bearer key")).toBe(true);
});

test("page after page", async () => {
  await using server = await threePages();
  const pages: unknown[] = [];
  for await (const { meta, data, links } of server.client.videos.list().pages())
    pages.push([meta.page, data.length, links.next]);
  expect(pages).toMatchObject([
    [1, 2, expect.any(String)],
    [2, 2, expect.any(String)],
    [3, 2, null],
  ]);
});

test("awaited, it is the first page", async () => {
  await using server = await threePages();
  const result: Result<"listMedia"> = await server.client.media.list({ limit: 2 });
  expect(result).toMatchObject({ ok: true, meta: { page: 1 } });
  expect(server.requests).toHaveLength(1);
});

test("no page is read before it is asked for", async () => {
  await using server = await threePages();
  const list = server.client.media.list();
  expect(server.requests).toHaveLength(0);
  for await (const { id } of list) if (id === "m2a") break;
  expect(server.requests).toHaveLength(2);
});

test("it starts from a saved link", async () => {
  await using server = await threePages();
  const from = `${server.url}/media?limit=2&page=2`;
  expect(await ids(server.client.media.list({}, { from }))).toEqual(["m2a", "m2b", "m3a", "m3b"]);
  expect(await server.client.media.list({}, { from })).toMatchObject({ meta: { page: 2 } });
});

test("a link to the API's own host leads through a proxy of the app, at its path", async () => {
  const link = `${servers.api}/media?limit=2&page=2`;
  await using server = await recordingServer((_request, before) => ({
    body: {
      meta: {},
      data: [{ id: `m${before}` }],
      links: { self: `${link}&from=${before}`, next: before ? null : link },
    },
  }));
  const client = createClient({ apiKey: "key", baseUrl: `${server.url}/ittybit/` });
  expect(await ids(client.media.list({ limit: 2 }))).toEqual(["m0", "m1"]);
  expect(server.requests.map(({ target }) => target)).toEqual([
    "/ittybit/media?limit=2",
    "/ittybit/media?limit=2&page=2",
  ]);
});

describe("a next link that must not be followed ends the list with an error, after its page", () => {
  test.each([
    ["another host", () => "https://evil.test/media?page=4", /another origin, https:\/\/evil\.test/],
    ["another port", (origin: string) => origin.replace(/\d+$/, "1"), /another origin/],
    ["another scheme", (origin: string) => origin.replace("http:", "https:"), /another origin/],
    ["a host before an @", (origin: string) => `${origin}@evil.test/`, /another origin, http:\/\/evil\.test/],
    ["a host that begins as the API does", () => `${servers.api}.evil.test/`, /another origin/],
    ["no scheme", () => "//evil.test/media", /another origin, http:\/\/evil\.test/],
    ["data in a URL", () => "data:application/json,{}", /another origin/],
    ["the first page", (origin: string) => `${origin}/media?limit=2&page=1`, /back to a page already read/],
    ["itself", (origin: string) => `${origin}/media?limit=2&page=3`, /back to a page already read/],
  ] as const)("%s", async (_case, next, message) => {
    await using server = await threePages(next);
    const read: string[] = [];
    const all = ids(server.client.media.list(), read);
    await expect(all).rejects.toMatchObject({ name: "PageError", message: expect.stringMatching(message) });
    expect(read).toHaveLength(6);
    expect(server.requests).toHaveLength(3);
  });

  test("a saved link to another origin", async () => {
    await using server = await threePages();
    const list = server.client.media.list({}, { from: "https://evil.test/media" });
    await expect(list.orThrow()).rejects.toMatchObject({ name: "PageError" });
    expect(server.requests).toHaveLength(0);
  });
});

test("a page that fails ends the list with its error", async () => {
  await using server = await recordingServer(() => ({ status: 500, body: "" }));
  const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
  await expect(ids(client.media.list())).rejects.toMatchObject({ name: "ApiError", status: 500 });
});

test("a signal ends the list between pages", async () => {
  await using server = await threePages();
  const controller = new AbortController();
  const read = async () => {
    for await (const { id } of server.client.media.list({}, { signal: controller.signal }))
      if (id === "m1b") controller.abort();
  };
  await expect(read()).rejects.toMatchObject({ name: "AbortError" });
  expect(server.requests).toHaveLength(1);
});
