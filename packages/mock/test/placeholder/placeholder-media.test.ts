import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Media } from "@ittybit/openapi/types";
import { afterAll, describe, expect, it } from "vitest";
import { createMock, type Mock } from "../../src/index.js";
import { measureFile } from "../../src/measure/measure-file.js";
import { placeholderMedia } from "../../src/placeholder/placeholder-media.js";
import { call } from "../call-mock.js";

const folder = await mkdtemp(join(tmpdir(), "placeholder-"));
afterAll(() => rm(folder, { recursive: true }));

async function mediaOf(mock: Mock): Promise<Media[]> {
  const { body } = await call(mock, "GET", "/media?limit=250");
  const ids = (body.data as Media[]).filter(({ status }) => status === "complete").map(({ id }) => id);
  return Promise.all(ids.map(async (id) => (await call(mock, "GET", `/media/${id}`)).body.data as Media));
}

const pathOf = ({ urls }: Media) => new URL(String(urls.playback)).pathname;

describe.each([
  ["the examples", "examples"],
  ["generated media", 25],
] as const)("the files of %s", (_what, seed) => {
  it("have the size, pixels and duration that their media state", async () => {
    const mock = await createMock({ seed });
    const { url } = await mock.listen({ port: 0 });
    const media = await mediaOf(mock);
    expect(media.length).toBeGreaterThan(5);
    for (const one of media) {
      const { filesize, width, height, duration, sources } = one;
      if (duration === null && one.kind !== "image") continue;
      expect(sources).toMatchObject([{ filesize, width, height, duration, original: false }]);
      const head = await fetch(url + pathOf(one), { method: "HEAD" });
      expect(head.headers.get("content-length")).toBe(String(filesize));
      if (one.kind !== "image") expect(await measured(one)).toEqual({ width, height, duration });
    }
    await mock.close();
  });
});

/** What the file of a Media says about itself. Its padding takes no room on the disk. */
async function measured(media: Media) {
  const made = placeholderMedia(media);
  const file = await open(join(folder, media.id), "w");
  await file.write(made?.make().head ?? new Uint8Array());
  await file.truncate(media.filesize);
  await file.close();
  const { duration, ...size } = await measureFile(join(folder, media.id), media.kind);
  return { ...size, duration: duration && Math.round(duration * 100) / 100 };
}

it("a range of the padding has the padding, over HTTP and in process", async () => {
  const mock = await createMock();
  const { url } = await mock.listen({ port: 0 });
  const audio = (await mediaOf(mock)).find(({ kind }) => kind === "audio") as Media;
  const range = { headers: { Range: "bytes=1000000-1199999" } };
  const responses = [await mock.fetch(url + pathOf(audio), range), await fetch(url + pathOf(audio), range)];
  for (const response of responses) {
    expect(response.status).toBe(206);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([bytes.length, bytes.every((byte) => byte === 0x80)]).toEqual([200_000, true]);
  }
  await mock.close();
});

it.each([
  ["a video of few bytes", { kind: "video", filesize: 10, width: 64, height: 48, duration: 3 }, "a.mp4"],
  ["a sound of few bytes", { kind: "audio", filesize: 10, duration: 3 }, "a.wav"],
])("%s gets more of them", (_what, media, name) => {
  const made = placeholderMedia({ id: "x", filename: "a.mov", ...media });
  expect(made?.name).toBe(name);
  expect(made?.size).toBeGreaterThan(made?.make().head.length ?? 0);
});

it("a file of more than 4 GB is padded, too", () => {
  const video = { id: "x", kind: "video", filesize: 5e9, width: 64, height: 48, duration: 3 };
  const head = placeholderMedia(video)?.make().head ?? new Uint8Array();
  const [size] = new BigUint64Array(head.slice(-8).reverse().buffer);
  expect(Number(size)).toBe(5e9 - head.length + 16);
});

it.each([
  ["a video without a size in pixels", { kind: "video", filesize: 1000, duration: 3 }],
  ["a sound without a duration", { kind: "audio", filesize: 1000, duration: null }],
])("%s plays a clip", (_what, media) => {
  expect(placeholderMedia({ id: "x", ...media })).toBeNull();
});
