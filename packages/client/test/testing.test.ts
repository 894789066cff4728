import { operations } from "@ittybit/openapi";
import { describe, expect, test } from "vitest";
import { createClient } from "../src/index.js";
import { createTestFetch, type Fault } from "../src/testing.js";

const made = (retry = 0) => {
  const fetch = createTestFetch();
  return { fetch, client: createClient({ apiKey: "key", fetch, retry: { limit: retry, base: 1 } }) };
};
const file = () => new File(["bytes"], "a.png", { type: "image/png" });

describe("the fetch double", () => {
  test("returns an example of the contract for every operation", async () => {
    const { client, fetch } = made();
    const id = "vJ3kq9ZtWm2d";
    const results = [
      ...(await Promise.all([
        client.media.list(),
        client.videos.list(),
        client.images.list(),
        client.audio.list(),
      ])),
      ...(await Promise.all([
        client.media.get(id),
        client.media.update(id, { title: "t" }),
        client.media.delete(id),
      ])),
      ...(await Promise.all(
        [client.media, client.videos, client.images].map((each) =>
          each
            .create({ file: file() })
            .then((result) => result)
            .catch(() => null),
        ),
      )),
    ].filter((result) => result !== null);
    expect(results.map(({ ok }) => ok)).toEqual(results.map(() => true));
    expect(new Set(fetch.requests.map(({ operationId }) => operationId)).size).toBeGreaterThanOrEqual(9);
  });

  test("returns the example of an id, and 404 for an id without one", async () => {
    const { client } = made();
    expect(await client.media.get("dM2uV6jKzE9n")).toMatchObject({
      data: { id: "dM2uV6jKzE9n", sources: [] },
    });
    expect(await client.media.get("none")).toMatchObject({
      ok: false,
      status: 404,
      error: { code: "not_found" },
    });
  });

  test("pages to the last one", async () => {
    const { client, fetch } = made();
    const pages: number[] = [];
    for await (const { data } of client.media.list({ limit: 10, page: 1 }).pages()) pages.push(data.length);
    expect(pages).toHaveLength(2);
    expect(fetch.requests.map(({ url }) => new URL(url).search)).toEqual([
      "?limit=10&page=1",
      "?limit=10&page=2",
    ]);
  });

  test("keeps what was sent", async () => {
    const { client, fetch } = made();
    await client.media.update("vJ3kq9ZtWm2d", { title: "t" });
    expect(fetch.requests).toMatchObject([{ operationId: "updateMedia", method: "PATCH" }]);
    expect(String(fetch.requests[0]?.body)).toBe("title=t");
    expect(fetch.requests[0]?.headers.get("authorization")).toBe("Bearer key");
  });

  test.each<[Fault, object]>([
    [422, { status: 422, error: { code: "unprocessable_content" } }],
    [503, { status: 503, error: { name: "ApiError" } }],
    ["network", { status: null, error: { name: "NetworkError" } }],
    ["empty", { status: 500, error: { code: "unreadable_response" } }],
    ["html", { status: 502, error: { code: "unreadable_response" } }],
    ["cut", { status: 200, error: { code: "unreadable_response" } }],
  ])("fails once as it is told: %s", async (fault, expected) => {
    const { client, fetch } = made();
    fetch.fail("listMedia", fault);
    expect(await client.media.list()).toMatchObject({ ok: false, ...expected });
    expect(await client.media.list()).toMatchObject({ ok: true });
  });

  test("can leave a call without a response, which its time limit then ends", async () => {
    const { client, fetch } = made();
    fetch.fail("listMedia", "never");
    expect(await client.media.list({}, { timeout: 10 })).toMatchObject({ error: { name: "TimeoutError" } });
  });

  test("has every documented status of every operation", async () => {
    const { fetch } = made();
    for (const [id, { method, path, server, responses }] of Object.entries(operations)) {
      for (const status of Object.keys(responses).filter((status) => /^[45]/.test(status))) {
        fetch.fail(id as keyof typeof operations, Number(status));
        const response = await fetch(`https://${server}.ittybit.com${path.replace("{id}", "vJ3kq9ZtWm2d")}`, {
          method,
        });
        expect([response.status, Object.keys((await response.json()) as object)]).toEqual([
          Number(status),
          ["meta", "error"],
        ]);
      }
    }
  });

  test("refuses a call that the contract does not have", async () => {
    await expect(createTestFetch()("https://api.ittybit.com/clips")).rejects.toThrow(
      "The contract has no GET /clips.",
    );
  });
});
