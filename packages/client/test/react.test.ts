import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { createClient } from "../src/index.js";
import { createQueries } from "../src/react.js";
import { createTestFetch } from "../src/testing.js";

const queries = createQueries(createClient({ apiKey: "key", fetch: createTestFetch(), retry: 0 }));
const cache = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

test("query options of the low layer fetch an envelope", async () => {
  const options = queries.queryOptions("get", "/media/{id}", { params: { path: { id: "vJ3kq9ZtWm2d" } } });
  expect(await cache().fetchQuery(options)).toMatchObject({ data: { id: "vJ3kq9ZtWm2d" } });
});

test("a failure is the error of the query", async () => {
  const options = queries.queryOptions("get", "/media/{id}", { params: { path: { id: "none" } } });
  await expect(cache().fetchQuery(options)).rejects.toMatchObject({ error: { code: "not_found" } });
});

test("an infinite list follows links.next to the last page, and can be kept as JSON", async () => {
  const list = await cache().fetchInfiniteQuery({
    ...queries.infiniteList("media", { limit: 10, page: 1 }),
    pages: 5,
  });
  expect(list.pages.map(({ links }) => links.next)).toEqual([expect.stringContaining("page=2"), null]);
  expect(JSON.parse(JSON.stringify(list.pages))).toEqual(list.pages);
});
