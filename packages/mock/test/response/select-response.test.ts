import { beforeAll, describe, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { call, file, form } from "../call-mock.js";

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
});

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe("a list", () => {
  it("has the requested limit in meta and links, and as many items", async () => {
    const { body } = await call(mock, "GET", "/media?limit=5");
    expect(body.data).toHaveLength(5);
    expect(body.meta).toMatchObject({ limit: 5, total: 13, page: 1, pages: 3 });
    expect(body.links).toEqual({
      self: "http://mock.test/media?limit=5&page=1",
      first: "http://mock.test/media?limit=5&page=1",
      prev: null,
      next: "http://mock.test/media?limit=5&page=2",
      last: "http://mock.test/media?limit=5&page=3",
    });
  });

  it("reaches every item once by following links.next", async () => {
    const seen: string[] = [];
    for (let url: string | null = "/media?limit=4&orderBy=filesize&order=asc"; url !== null; ) {
      const { body } = await call(mock, "GET", url);
      seen.push(...ids(body.data));
      url = body.links.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([13, 13]);
  });

  it.each(["created", "updated", "filesize"])("is sorted by %s, both ways", async (orderBy) => {
    const up = (await call(mock, "GET", `/media?limit=250&orderBy=${orderBy}&order=asc`)).body.data;
    const down = (await call(mock, "GET", `/media?limit=250&orderBy=${orderBy}`)).body.data;
    const values = up.map((item: Record<string, unknown>) => item[orderBy]);
    expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : 1)));
    expect(ids(down)).toEqual(ids(up).reverse());
  });

  it("is empty after its last page, with a link back", async () => {
    const { body } = await call(mock, "GET", "/videos?page=9");
    expect([body.data, body.links.next, body.links.prev]).toEqual([
      [],
      null,
      "http://mock.test/videos?limit=10&page=1",
    ]);
  });
});

describe("a resource", () => {
  it("is the example with its id; a deleted one has no sources", async () => {
    expect((await call(mock, "GET", "/media/iX8rT4bNcL6p")).body.data).toMatchObject({ kind: "image" });
    expect((await call(mock, "GET", "/media/dM2uV6jKzE9n")).body.data).toMatchObject({
      deleted: "2024-03-20T16:00:00Z",
      sources: [],
    });
  });

  it("that is only in a list can be read too, with the same values", async () => {
    const [item] = (await call(mock, "GET", "/audio?order=asc")).body.data;
    const { body } = await call(mock, "GET", `/media/${item.id}`);
    expect(body.data).toMatchObject(item);
    expect(body.links.self).toBe(`http://mock.test/media/${item.id}`);
  });

  it("with an id that no example has is a 404", async () => {
    expect(await call(mock, "GET", "/media/nothing")).toMatchObject({
      status: 404,
      body: { error: { code: "not_found", details: [{ location: "path", field: "id" }] } },
    });
    expect((await call(mock, "DELETE", "/media/nothing")).status).toBe(404);
  });

  it("is updated: a new title, metadata added, metadata removed", async () => {
    const body = new URLSearchParams({ title: "Dusk", "metadata[a]": "b", "metadata[album]": "" });
    const response = await call(mock, "PATCH", "/media/vJ3kq9ZtWm2d", { body });
    expect(response.body.data).toMatchObject({ id: "vJ3kq9ZtWm2d", title: "Dusk", metadata: { a: "b" } });
  });

  it("is deleted: no sources, null URLs", async () => {
    const { body } = await call(mock, "DELETE", "/media/iX8rT4bNcL6p");
    expect(body.data).toMatchObject({
      id: "iX8rT4bNcL6p",
      kind: "image",
      deleted: expect.any(String),
      sources: [],
      urls: { preview: null, poster: null, playback: null },
    });
  });
});

describe("a creation", () => {
  it.each([
    ["video.mp4", "video/mp4", "video"],
    ["image.gif", "image/gif", "image"],
    ["video.webm", "application/octet-stream", "video"],
    ["image.png", "application/octet-stream", "image"],
  ])("has name, size and kind of %s sent as %s", async (name, type, kind) => {
    const sent = await file(name, type);
    const response = await call(mock, "POST", "/media", {
      body: form({ file: sent, title: "Mine", "metadata[a]": "b" }),
    });
    expect(response).toMatchObject({
      status: 201,
      body: { data: { filename: name, filesize: sent.size, kind, title: "Mine", metadata: { a: "b" } } },
    });
  });

  it("of a URL has the last segment as its name, and is being fetched", async () => {
    const response = await call(mock, "POST", "/media", {
      body: form({ url: "https://a.test/b/dusk.mov?c=d" }),
    });
    expect(response.body.data).toMatchObject({
      filename: "dusk.mov",
      kind: "video",
      status: "uploading",
      title: null,
    });
  });

  it("of a file without a media type and in no known format is rejected", async () => {
    const body = form({ file: new File(["no media"], "a.bin", { type: "application/octet-stream" }) });
    expect(await call(mock, "POST", "/media", { body })).toMatchObject({
      status: 415,
      body: { error: { details: [{ location: "body", field: "file" }] } },
    });
  });
});

it("the requested version is the version served, in header and meta", async () => {
  const { headers, body } = await call(mock, "GET", "/media", {
    headers: { "Ittybit-Version": "2024-05-01" },
  });
  expect([headers.get("ittybit-version"), body.meta.version]).toEqual(["2024-05-01", "2024-05-01"]);
});
