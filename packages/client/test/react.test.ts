import { QueryClient } from "@tanstack/react-query";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  ApiError,
  type CallFailure,
  createClient,
  InputError,
  type MediaResponse,
  NetworkError,
} from "../src/index.js";
import { createQueries } from "../src/react.js";
import { createTestFetch } from "../src/testing.js";

const fetch = createTestFetch();
const queries = createQueries(createClient({ apiKey: "key", fetch, retry: 0 }));
const cache = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

test("query options of the low layer fetch an envelope", async () => {
  const options = queries.queryOptions("get", "/media/{id}", { params: { path: { id: "vJ3kq9ZtWm2d" } } });
  expect(await cache().fetchQuery(options)).toMatchObject({ data: { id: "vJ3kq9ZtWm2d" } });
});

describe("a query that fails has an error of the client, whatever happened", () => {
  const one = (id: string) => queries.queryOptions("get", "/media/{id}", { params: { path: { id } } });

  test("the API refused it", async () => {
    const failed = cache().fetchQuery(one("none"));
    await expect(failed).rejects.toBeInstanceOf(ApiError);
    await expect(failed).rejects.toMatchObject({
      operation: "GET /media/{id}",
      status: 404,
      code: "not_found",
    });
  });

  test("there was no response", async () => {
    fetch.fail("getMedia", "network");
    await expect(cache().fetchQuery(one("vJ3kq9ZtWm2d"))).rejects.toBeInstanceOf(NetworkError);
  });

  test("an argument was refused", async () => {
    await expect(cache().fetchQuery(one(".."))).rejects.toBeInstanceOf(InputError);
  });

  test("and its type says so", () => {
    const useIt = () => queries.useQuery("get", "/media").error;
    expectTypeOf(useIt).returns.toEqualTypeOf<CallFailure | InputError | null>();
    const mutateIt = () => queries.useMutation("delete", "/media/{id}").error;
    expectTypeOf(mutateIt).returns.toEqualTypeOf<CallFailure | InputError | null>();
  });
});

test("an infinite list follows links.next to the last page, and can be kept as JSON", async () => {
  const list = await cache().fetchInfiniteQuery({
    ...queries.infiniteList("media", { limit: 10, page: 1 }),
    pages: 5,
  });
  expect(list.pages.map(({ links }) => links.next)).toEqual([expect.stringContaining("page=2"), null]);
  expect(JSON.parse(JSON.stringify(list.pages))).toEqual(list.pages);
});

test("hooks are typed as the client is", () => {
  const check = () => {
    const { data } = queries.useQuery("get", "/media/{id}", { params: { path: { id: "m1" } } });
    expectTypeOf(data).toEqualTypeOf<MediaResponse | undefined>();
    const { data: titles } = queries.useSuspenseQuery("get", "/videos", undefined, {
      select: (page) => page.data.map(({ title }) => title),
    });
    expectTypeOf(titles).toEqualTypeOf<(string | null)[]>();
    const upload = queries.useMutation("post", "/videos");
    upload.mutate({ body: { file: new Blob([]), title: "t" }, onProgress: () => {} });
    // @ts-expect-error: a file is bytes
    upload.mutate({ body: { file: "a.mp4" } });
    // @ts-expect-error: an id is needed
    queries.useQuery("get", "/media/{id}");
    // @ts-expect-error: there is no such path
    queries.useQuery("get", "/clips");
    // @ts-expect-error: nothing is fetched by POST
    queries.useQuery("post", "/media");
  };
  expectTypeOf(check).toBeFunction();
});
