import { readFile } from "node:fs/promises";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { describe, expect, it } from "vitest";

const media = new URL("../../../test/fixtures/media/", import.meta.url);
const key = { Authorization: "Bearer key" };

const { mock, url } = await startMock();

interface Envelope {
  readonly meta: { readonly version: string };
  readonly error: { readonly details: readonly { readonly field: string | null }[] };
}

/** Sends one request and reads the response as JSON. */
async function send(method: string, path: string, init: RequestInit = {}) {
  const response = await fetch(url + path, { method, ...init, headers: { ...key, ...init.headers } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Envelope };
}

async function upload(name: string, type: string, path = "/media") {
  const form = new FormData();
  form.set("file", new Blob([await readFile(new URL(name, media))], { type }), name);
  return send("POST", path, { body: form });
}

describe("responds to", () => {
  it.each([
    ["GET", "/media", 200, "list"],
    ["GET", "/videos?limit=250&orderBy=filesize&order=asc", 200, "list"],
    ["GET", "/media/vJ3kq9ZtWm2d", 200, "object"],
    ["DELETE", "/media/vJ3kq9ZtWm2d", 200, "object"],
  ])("%s %s with an example: %i", async (method, path, status, type) => {
    const response = await send(method, path);
    expect(response).toMatchObject({ status, body: { meta: { status, type }, data: {}, links: {} } });
  });

  it("a file with 201, whatever bytes it holds", async () => {
    expect(await upload("video.mp4", "video/mp4")).toMatchObject({ status: 201, body: { data: {} } });
    expect(await upload("image.png", "image/png", "/images")).toMatchObject({ status: 201 });
  });

  it("a file larger than Prism's own limit of 10 MB", async () => {
    const form = new FormData();
    form.set(
      "file",
      new Blob([new Uint8Array(24 * 1024 * 1024).fill(0xff)], { type: "video/webm" }),
      "a.webm",
    );
    expect(await send("POST", "/media", { body: form })).toMatchObject({ status: 201 });
  });

  it.each([["bearer key"], ["BEARER key"]])("a key whose scheme is spelled %s", async (value) => {
    expect(await send("GET", "/media", { headers: { Authorization: value } })).toMatchObject({
      status: 200,
    });
  });

  it("an update sent as a form, with metadata in brackets", async () => {
    const body = new URLSearchParams({ title: "Harbour", "metadata[album]": "Coast" });
    expect(await send("PATCH", "/media/iX8rT4bNcL6p", { body })).toMatchObject({ status: 200 });
  });

  it("with the version that the caller asked for", async () => {
    const { headers } = await send("GET", "/media", { headers: { "Ittybit-Version": "2024-05-01" } });
    expect(headers.get("ittybit-version")).toBe("2024-05-01");
  });

  it.each(["4048-11-31", "2023-02-29", "0000-02-30"])(
    "the documented version for %s, which is no date and in no response",
    async (version) => {
      const headers = { "Ittybit-Version": version };
      for (const [path, wish, status] of [
        ["/media", "code=200", 200],
        ["/media/iX8rT4bNcL6p", "dynamic=false", 200],
        ["/media", "code=429", 429],
        ["/media?limit=0", "", 422],
      ] as const) {
        const response = await send("GET", path, { headers: { ...headers, Prefer: wish } });
        expect([response.status, response.headers.get("ittybit-version")]).toEqual([status, "2024-03-21"]);
        expect(response.body.meta.version).toBe("2024-03-21");
      }
    },
  );

  it.each([[""], ["x"], ["2024-13-01"]])(
    "a 422 that does not repeat %j, which is no version",
    async (version) => {
      const { status, headers, body } = await send("GET", "/media", {
        headers: { "Ittybit-Version": version },
      });
      expect([status, body.error.details[0]?.field]).toEqual([422, "Ittybit-Version"]);
      expect([headers.get("ittybit-version"), body.meta.version]).toEqual(["2024-03-21", "2024-03-21"]);
    },
  );

  it("a HEAD like the GET, without its body", async () => {
    const response = await fetch(`${url}/media`, { method: "HEAD", headers: key });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  it("a request in process", async () => {
    const response = await mock.fetch(new Request("https://api.ittybit.com/media", { headers: key }));
    const elsewhere = (await send("GET", "/media")).body;
    const links = JSON.parse(JSON.stringify(elsewhere).replaceAll(url, "https://api.ittybit.com"));
    expect(await response.json()).toEqual(links);
  });
});

describe("in process", () => {
  it("fetch takes a URL and options, as the global one does", async () => {
    const response = await mock.fetch("https://api.ittybit.com/media?limit=1", { headers: key });
    expect(((await response.json()) as { data: object[] }).data).toHaveLength(1);
    expect((await mock.fetch(new URL("https://api.ittybit.com/media"))).status).toBe(401);
  });

  it("fetch can be aborted", async () => {
    const signal = AbortSignal.timeout(50);
    const headers = { ...key, Prefer: "delay=10000" };
    await expect(mock.fetch("https://api.ittybit.com/media", { headers, signal })).rejects.toThrow("timeout");
  });

  it("fault=truncate breaks the body, fault=slow sends it in pieces", async () => {
    const get = (fault: string) =>
      mock.fetch("https://api.ittybit.com/media", { headers: { ...key, Prefer: `fault=${fault}` } });
    const truncated = await get("truncate");
    expect(truncated.status).toBe(200);
    await expect(truncated.text()).rejects.toThrow("terminated");
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await get("slow")).body ?? []) chunks.push(chunk);
    expect(chunks.length).toBe(10);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ meta: { status: 200 } });
  });
});

describe("Prefer", () => {
  it.each([
    ["code=429", 429, { error: { code: "too_many_requests" } }],
    ["code=503", 503, { error: { code: "internal_error" } }],
    ["code=404", 404, { error: { code: "not_found" } }],
    ["code=413", 413, { meta: { status: 413 } }],
    ["example=MediaListEmpty", 200, { data: [] }],
    ["code=200, example=MediaListLastPage", 200, { links: { next: null } }],
    ["example=UnauthorizedUnknownKey", 401, { error: { code: "unauthorized" } }],
  ])("%s selects the response", async (Prefer, status, body) => {
    expect(await send("GET", "/media", { headers: { Prefer } })).toMatchObject({ status, body });
  });

  it("dynamic=true generates values from the schema, the same for the same seed", async () => {
    const wish = { headers: { Prefer: "dynamic=true, seed=7" } };
    const first = await send("GET", "/media", wish);
    await send("GET", "/media", { headers: { Prefer: "dynamic=true" } });
    expect(first.body).toEqual((await send("GET", "/media", wish)).body);
    expect(first.body).not.toEqual((await send("GET", "/media")).body);
  });

  it.each([["code=abc"], ["dynamic=maybe"], ["example=Nothing"], ["code=404, example=MediaList"]])(
    "%s is a 400 with the reason",
    async (Prefer) => {
      expect(await send("GET", "/media", { headers: { Prefer } })).toMatchObject({
        status: 400,
        body: { meta: { type: "error" }, error: { details: [{ location: "header", field: "Prefer" }] } },
      });
    },
  );

  it("does not let one caller's Accept stick to the next", async () => {
    expect(await send("GET", "/media", { headers: { Accept: "text/html" } })).toMatchObject({ status: 406 });
    expect(await send("GET", "/media")).toMatchObject({ status: 200 });
  });
});

describe("rejects, in the API's envelope", () => {
  it("a missing key", async () => {
    const response = await fetch(`${url}/media`);
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { meta: { status: 401, type: "error" }, error: { code: "unauthorized" } },
    ]);
  });

  it.each([
    ["/media?limit=251", "query", "limit"],
    ["/media?limit=0", "query", "limit"],
    ["/media?order=up", "query", "order"],
  ])("%s, naming the parameter", async (path, location, field) => {
    expect(await send("GET", path)).toMatchObject({
      status: 422,
      body: { meta: { status: 422 }, error: { details: [{ location, field }] } },
    });
  });

  it.each([
    ["POST", "/media", new FormData(), 422],
    ["POST", "/media", twoSources(), 422],
    ["PATCH", "/media/a", new URLSearchParams({ titel: "x" }), 422],
    ["POST", "/media", new URLSearchParams({ url: "https://example.com/a.mp4" }), 415],
    ["PATCH", "/media/a", "{}", 415],
  ] as const)("%s %s with a body that breaks the contract: %#", async (method, path, body, status) => {
    const response = await send(method, path, { body });
    expect(response).toMatchObject({ status, body: { meta: { status }, error: {} } });
    expect(response.body.error.details.length).toBeGreaterThan(0);
  });

  it("a file in a format that is not accepted", async () => {
    expect(await upload("README.md", "text/markdown")).toMatchObject({
      status: 415,
      body: { error: { details: [{ location: "body", field: "file" }] } },
    });
  });

  it.each([
    ["no boundary", "multipart/form-data", "--x\r\n"],
    [
      "no end",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="url"\r\n\r\nhttps:',
    ],
    [
      "no name",
      "multipart/form-data; boundary=x",
      "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
    ],
  ])("a multipart body with %s", async (_what, type, body) => {
    const response = await send("POST", "/media", { headers: { "Content-Type": type }, body });
    expect(response).toMatchObject({ status: 400, body: { error: { details: [{ location: "body" }] } } });
  });

  it("a path or a method that the contract does not have", async () => {
    expect(await send("GET", "/nothing")).toMatchObject({ status: 404, body: { meta: { type: "error" } } });
    const put = await send("PUT", "/media");
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
  });

  it("a call to the other server's host, naming the right one", async () => {
    const request = new Request("https://api.ittybit.com/media", { method: "POST", headers: key });
    const response = await mock.fetch(request);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { error: { message: expect.stringContaining("https://uploads.ittybit.com") } },
    ]);
  });
});

function twoSources(): FormData {
  const form = new FormData();
  form.set("file", new Blob(["x"], { type: "video/mp4" }), "a.mp4");
  form.set("url", "https://example.com/a.mp4");
  return form;
}
