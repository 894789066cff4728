import { readFile } from "node:fs/promises";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { describe, expect, it } from "vitest";
import { readRange } from "../../src/files/byte-range.js";
import { createMock } from "../../src/index.js";
import { placeholderClip } from "../../src/placeholder/placeholder-clip.js";
import { call, file, form, key } from "../call-mock.js";

const { mock, url } = await startMock();

async function upload(name: string, type: string) {
  const created = await call(mock, "POST", `${url}/media`, { body: form({ file: await file(name, type) }) });
  const { body } = await call(mock, "GET", `${url}/media/${created.body.data.id}`);
  return body.data;
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("an uploaded file", () => {
  it.each([
    ["video.mp4", "video/mp4", "video/mp4"],
    ["image.png", "application/octet-stream", "image/png"],
    ["audio.m4a", "audio/mp4", "audio/mp4"],
  ])("%s is served back byte for byte, to any page, without a key", async (name, type, served) => {
    const path = name.startsWith("audio") ? "/audio" : "/media";
    const sent = await file(name, type);
    const created = await call(mock, "POST", `${url}${path}`, { body: form({ file: sent }) });
    const { data } = (await call(mock, "GET", `${url}/media/${created.body.data.id}`)).body;
    expect(data.sources[0].src).toBe(`${url}/__mock/files/${data.id}/${name}`);
    const response = await fetch(data.urls.playback, { headers: { Origin: "http://app.test" } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": served,
      "content-length": String(sent.size),
      "accept-ranges": "bytes",
      "access-control-allow-origin": "http://app.test",
    });
    expect(await bytesOf(response)).toEqual(Buffer.from(await sent.arrayBuffer()));
  });

  it("is served in ranges, and not outside of its size", async () => {
    const { sources } = await upload("video.mp4", "video/mp4");
    const whole = await bytesOf(await fetch(sources[0].src));
    const size = whole.length;
    const get = async (Range: string) => {
      const response = await fetch(sources[0].src, { headers: { Range } });
      return [response.status, response.headers.get("content-range"), await bytesOf(response)];
    };
    expect(await get("bytes=10-19")).toEqual([206, `bytes 10-19/${size}`, whole.subarray(10, 20)]);
    expect(await get("bytes=9000-")).toEqual([206, `bytes 9000-${size - 1}/${size}`, whole.subarray(9000)]);
    expect(await get("bytes=-5")).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, whole.subarray(-5)]);
    expect(await get(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, Buffer.alloc(0)]);
  });

  it("is not sent again to a caller that has it", async () => {
    const { sources } = await upload("image.png", "image/png");
    const first = await fetch(sources[0].src);
    const etag = first.headers.get("etag") ?? "";
    const modified = first.headers.get("last-modified") ?? "";
    const get = async (headers: Record<string, string>) => (await fetch(sources[0].src, { headers })).status;
    expect(await get({ "If-None-Match": etag })).toBe(304);
    expect(await get({ "If-None-Match": '"another"' })).toBe(200);
    expect(await get({ "If-Modified-Since": modified })).toBe(304);
    expect(await get({ "If-Match": '"another"' })).toBe(412);
    expect(await get({ "If-Match": etag })).toBe(200);
    expect(await get({ "If-Match": `W/${etag}` })).toBe(412);
    expect(await get({ "If-Unmodified-Since": modified })).toBe(200);
    expect(await get({ "If-Unmodified-Since": new Date(0).toUTCString() })).toBe(412);
    expect(await get({ "If-Unmodified-Since": new Date(0).toUTCString(), "If-Match": etag })).toBe(200);
    expect(await get({ "If-Range": etag, Range: "bytes=0-1" })).toBe(206);
    expect(await get({ "If-Range": '"another"', Range: "bytes=0-1" })).toBe(200);
  });

  it("HEAD has the headers of GET", async () => {
    const { sources, filesize } = await upload("video.webm", "video/webm");
    const response = await fetch(sources[0].src, { method: "HEAD" });
    expect([response.status, response.headers.get("content-length")]).toEqual([200, String(filesize)]);
  });

  it("HEAD ignores a range, and any other method is a 405", async () => {
    const { sources, filesize } = await upload("video.webm", "video/webm");
    const head = await fetch(sources[0].src, { method: "HEAD", headers: { Range: "bytes=0-1" } });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(filesize)]);
    const put = await fetch(sources[0].src, { method: "PUT", body: "x" });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it("is gone with its Media", async () => {
    const { id, sources } = await upload("image.jpg", "image/jpeg");
    await call(mock, "DELETE", `/media/${id}`);
    expect((await fetch(sources[0].src)).status).toBe(404);
  });

  it("in process: the same bytes", async () => {
    const { sources } = await upload("image.webp", "image/webp");
    const response = await mock.fetch(new Request(sources[0].src));
    expect(await bytesOf(response)).toEqual(Buffer.from(await (await file("image.webp", "")).arrayBuffer()));
  });
});

describe("what has no file of its own plays a placeholder clip of its kind", () => {
  it("every Media of the examples that is complete", async () => {
    const { body } = await call(mock, "GET", `${url}/media?limit=250&order=asc`);
    const complete = body.data.filter(({ status }: { status: string }) => status === "complete").slice(0, 12);
    for (const { id, kind } of complete) {
      const { data } = (await call(mock, "GET", `${url}/media/${id}`)).body;
      const urls = Object.values(data.urls as Record<string, string | null>).filter((one) => one !== null);
      for (const one of [...urls, ...data.sources.map(({ src }: { src: string }) => src)]) {
        const response = await fetch(one);
        const type = response.headers.get("content-type");
        expect([one, response.status, type?.split("/")[0]]).toEqual([
          one,
          200,
          one === data.urls.poster ? "image" : kind,
        ]);
      }
      const [source] = data.sources;
      expect((await fetch(source.src)).headers.get("content-length")).toBe(String(source.filesize));
    }
  });

  it("a Media of a URL, and it says so", async () => {
    const created = await call(mock, "POST", `${url}/media`, {
      body: form({ url: "https://a.test/dusk.mov" }),
    });
    const { data } = (await call(mock, "GET", `${url}/media/${created.body.data.id}`)).body;
    expect(data).toMatchObject({ filename: "dusk.mov", sources: [{ original: false, type: "video/mp4" }] });
    expect((await fetch(data.urls.playback)).status).toBe(200);
  });

  it("pictures differ from each other, are the same each time, have the size of their Media, and say what they are", async () => {
    const pictureOf = async (id: string) => {
      const { data } = (await call(mock, "GET", `${url}/media/${id}`)).body;
      const response = await fetch(data.urls.poster, { headers: { "Accept-Encoding": "gzip" } });
      expect(response.headers.get("content-encoding")).toBe(null);
      const picture = await response.text();
      expect(picture).toContain(`width="${data.width}" height="${data.height}"`);
      expect(picture).toContain(">placeholder</text>");
      return picture;
    };
    const lighthouse = await pictureOf("iX8rT4bNcL6p");
    expect(await pictureOf("iX8rT4bNcL6p")).toBe(lighthouse);
    expect(await pictureOf("iC4gH8vQzT2j")).not.toBe(lighthouse);
    await pictureOf("vJ3kq9ZtWm2d");
  });

  it.each([
    ["video", "video.mp4"],
    ["audio", "audio.m4a"],
  ])("the placeholder clip of %s is %s", async (kind, name) => {
    const fixture = await readFile(new URL(`../../../../test/fixtures/media/${name}`, import.meta.url));
    expect(Buffer.from(placeholderClip(kind).bytes)).toEqual(fixture);
  });
});

it("a mock that is closed leaves nothing on the process, however often", async () => {
  const before = process.listenerCount("exit");
  for (let round = 0; round < 3; round++) {
    const other = await createMock();
    const body = form({ file: await file("image.png", "image/png") });
    await call(other, "POST", "https://uploads.ittybit.com/media", { body });
    expect(process.listenerCount("exit")).toBe(before + 1);
    await other.close();
    expect(process.listenerCount("exit")).toBe(before);
  }
});

it("--max-storage: the oldest files are evicted, a larger one is a 413", async () => {
  const notices: string[] = [];
  const small = await createMock({ maxStorage: 12_000, onNotice: (message) => notices.push(message) });
  const send = async () =>
    (await call(small, "POST", "/media", { body: form({ file: await file("video.mp4", "video/mp4") }) })).body
      .data;
  const [first, second] = [await send(), await send()];
  expect(notices).toEqual([`The file of ${first.id} was evicted: --max-storage is reached.`]);
  const status = async (id: string) =>
    (await small.fetch(new Request(`http://mock.test/__mock/files/${id}/video.mp4`, { headers: key })))
      .status;
  expect([await status(first.id), await status(second.id)]).toEqual([404, 200]);
  const large = form({ file: new File([new Uint8Array(12_001)], "a.mp4", { type: "video/mp4" }) });
  expect((await call(small, "POST", "/media", { body: large })).status).toBe(413);
  await small.close();
});

it.each([
  ["bytes=0-0", { kind: "range", range: { start: 0, end: 0 } }],
  ["bytes=0-999", { kind: "range", range: { start: 0, end: 9 } }],
  ["bytes=-999", { kind: "range", range: { start: 0, end: 9 } }],
  ["bytes=-0", { kind: "unsatisfiable" }],
  ["bytes=10-", { kind: "unsatisfiable" }],
  ["bytes=5-2", { kind: "whole" }],
  ["bytes=0-1,3-4", { kind: "whole" }],
  ["items=0-1", { kind: "whole" }],
  ["bytes=-", { kind: "whole" }],
  [undefined, { kind: "whole" }],
])("the range %s of ten bytes", (header, expected) => {
  expect(readRange(header, 10)).toEqual(expected);
});
