import { createReadStream } from "node:fs";
import { join } from "node:path";
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { createClient, type FileInput } from "../../src/index.js";
import { createQueries } from "../../src/react.js";
import { createTestFetch } from "../../src/testing.js";
import { type Recorded, recordingServer } from "../recording-server.js";

const PATH = join(import.meta.dirname, "../../../../test/fixtures/media/image.png");

/** What an app's component tests do, in an environment that has classes of the DOM beside those of Node. */
export function describeClientIn(environment: string): void {
  describe(`in ${environment}`, () => {
    test("lists, gets and updates", async () => {
      await using server = await recordingServer();
      const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
      expect(await client.media.list({ limit: 1 })).toMatchObject({ ok: true });
      expect(await client.media.get("m1")).toMatchObject({ ok: true });
      expect(await client.media.update("m1", { title: "t" })).toMatchObject({ ok: true });
    });

    const facts = { filename: "a.png" };
    test.each<[string, () => FileInput]>([
      ["a path", () => ({ path: PATH })],
      ["a File of the DOM", () => new File(["bytes"], "a.png", { type: "image/png" })],
      ["a Blob of the DOM", () => ({ stream: new Blob(["bytes"]), ...facts })],
      ["a Uint8Array", () => ({ stream: new TextEncoder().encode("bytes"), ...facts })],
      ["an ArrayBuffer", () => ({ stream: new Uint8Array([98, 121]).buffer, ...facts })],
      ["a Node stream", () => createReadStream(PATH)],
      ["a web stream", () => ({ stream: new Response("bytes").body as ReadableStream, ...facts })],
    ])("uploads %s", async (_case, file) => {
      await using server = await recordingServer();
      const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
      expect(await client.media.create({ file: file() })).toMatchObject({ ok: true });
      const [{ body }] = server.requests as [Recorded];
      expect(body.toString("latin1")).toMatch(/Content-Type: image\/png\r\n\r\n(bytes|by|.PNG)/);
    });

    test("takes a signal of the DOM, and ends with it", async () => {
      await using server = await recordingServer(({ target }) => (target === "/media/m1" ? () => {} : {}));
      const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
      const controller = new AbortController();
      const { signal } = controller;
      expect(await client.media.list({}, { signal })).toMatchObject({ ok: true });
      const call = client.media.get("m1", { signal });
      setTimeout(() => controller.abort(), 20);
      expect(await call).toMatchObject({ ok: false, error: { name: "AbortError" } });
    });

    test("ends at its time limit", async () => {
      await using server = await recordingServer(() => () => {});
      const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0, timeout: 30 });
      expect(await client.media.list()).toMatchObject({ ok: false, error: { name: "TimeoutError" } });
    });

    test("waits until a Media is processed", async () => {
      await using server = await recordingServer((_request, before) => ({
        body: { meta: {}, data: { id: "m1", status: before ? "complete" : "pending" }, links: {} },
      }));
      const client = createClient({ apiKey: "key", baseUrl: server.url, retry: 0 });
      expect(await client.media.wait("m1", { interval: 1 })).toMatchObject({ ok: true });
    });

    test("feeds the queries of hooks, with their signal", async () => {
      const queries = createQueries(createClient({ apiKey: "key", fetch: createTestFetch(), retry: 0 }));
      const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
      const options = queries.queryOptions("get", "/media/{id}", {
        params: { path: { id: "vJ3kq9ZtWm2d" } },
      });
      expect(await cache.fetchQuery(options)).toMatchObject({ data: { id: "vJ3kq9ZtWm2d" } });
      const list = await cache.fetchInfiniteQuery(queries.infiniteList("media", { limit: 10, page: 1 }));
      expect(list.pages).toHaveLength(1);
    });
  });
}
