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

describe("behind a proxy that rewrites, whatever the API calls itself", () => {
  /** Two pages, with links as this API would write them. */
  async function proxied(link: (query: string) => string, self = link) {
    const server = await recordingServer((_request, before) => ({
      body: {
        meta: {},
        data: [{ id: `m${before}` }],
        links: { self: self("?limit=1"), next: before ? null : link("?limit=1&page=2") },
      },
    }));
    return { ...server, client: createClient({ apiKey: "key", baseUrl: `${server.url}/ittybit`, retry: 0 }) };
  }

  test.each<[string, (query: string) => string]>([
    ["its own host", (query) => `${servers.api}/media${query}`],
    ["the host of a mock", (query) => `http://127.0.0.1:4010/media${query}`],
    ["a host and a path", (query) => `http://internal:8080/v2/media${query}`],
    ["a query alone", (query) => query],
  ])("%s", async (_case, link) => {
    await using server = await proxied(link);
    expect(await ids(server.client.media.list({ limit: 1 }))).toEqual(["m0", "m1"]);
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/ittybit/media?limit=1",
      "/ittybit/media?limit=1&page=2",
    ]);
  });

  test("the host of the proxy without the path", async () => {
    const origins: string[] = [];
    await using server = await proxied((query) => `${origins[0]}/media${query}`);
    origins.push(server.url);
    expect(await ids(server.client.media.list({ limit: 1 }))).toEqual(["m0", "m1"]);
    expect(server.requests.at(-1)?.target).toBe("/ittybit/media?limit=1&page=2");
  });

  test("a link that was kept from the first page leads to the next", async () => {
    await using server = await proxied((query) => `http://127.0.0.1:4010/media${query}`);
    const { links } = await server.client.media.list({ limit: 1 }).orThrow();
    expect(await server.client.media.list({}, { from: links.next as string })).toMatchObject({ ok: true });
    expect(server.requests.at(-1)?.target).toBe("/ittybit/media?limit=1&page=2");
  });

  test("but no link to another host than that of the page", async () => {
    await using server = await proxied(
      (query) => `http://evil.test/media${query}`,
      (query) => `http://127.0.0.1:4010/media${query}`,
    );
    await expect(ids(server.client.media.list())).rejects.toThrow(/another origin, http:\/\/evil\.test/);
  });
});

describe("a page that is not one", () => {
  test.each<[string, unknown, object]>([
    ["no data", { meta: {}, data: null, links: {} }, { name: "ApiError", code: "unreadable_response" }],
    ["one item in place of a list", { meta: {}, data: {}, links: {} }, { name: "PageError" }],
    ["a link that is no URL", { data: [], links: { next: "http://" } }, { name: "PageError" }],
    ["a link that is a number", { data: [], links: { next: 7 } }, { name: "PageError" }],
  ])("%s ends the list with an error", async (_case, body, error) => {
    await using server = await recordingServer((_request, before) => ({
      body: before > 3 ? {} : (body as object),
    }));
    const client = createClient({ apiKey: "key", baseUrl: `${server.url}/`, retry: 0 });
    const read = _case === "a link that is a number" ? pagesOf(client) : ids(client.media.list());
    await expect(read).rejects.toMatchObject(error);
  });

  const pagesOf = async (client: ReturnType<typeof createClient>) => {
    for await (const _ of client.media.list().pages());
  };
});

test("a list that is awaited twice sends one request, and is a promise in its methods", async () => {
  await using server = await threePages();
  const list = server.client.media.list({ limit: 2 });
  const [first, second] = await Promise.all([list, list]);
  expect(first).toBe(second);
  let settled = false;
  await list.finally(() => {
    settled = true;
  });
  expect([settled, await list.catch(() => null)]).toEqual([true, first]);
  expect(server.requests).toHaveLength(1);
});
