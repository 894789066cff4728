import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Media } from "@ittybit/openapi/types";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createMock, type Mock, type MockOptions } from "../../src/index.js";
import { call, file, form } from "../call-mock.js";

/** Room for one of the uploaded files. */
const ONE_FILE: MockOptions = { seed: "empty", maxStorage: 12_000 };

const FAILED = { status: "failed", urls: { preview: null, poster: null, playback: null }, sources: [] };

let folder: string;
let mock: Mock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-lost-file-"));
});
afterEach(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

const as = (apiKey: string, init: RequestInit = {}) => ({
  ...init,
  headers: { Authorization: `Bearer ${apiKey}` },
});

async function upload(apiKey = "test"): Promise<string> {
  const body = form({ file: await file("video.mp4", "video/mp4") });
  return (await call(mock, "POST", "/media", as(apiKey, { body }))).body.data.id;
}

async function read(id: string, apiKey = "test"): Promise<Media> {
  return (await call(mock, "GET", `/media/${id}`, as(apiKey))).body.data;
}

/** Statuses of every URL of a Media. */
async function statusesOf({ urls, sources }: Media): Promise<number[]> {
  const all = [...Object.values(urls), ...sources.map(({ src }) => src)].filter((url) => url !== null);
  return Promise.all(all.map(async (url) => (await mock.fetch(url)).status));
}

it("a Media whose file is evicted has failed, and cannot be completed without a file", async () => {
  mock = await createMock(ONE_FILE);
  const [first, second] = [await upload(), await upload()];
  expect(await read(first)).toMatchObject(FAILED);
  expect(await statusesOf(await read(second))).toEqual([200, 200, 200, 200]);
  await call(mock, "POST", `/__mock/media/${first}/status`, { body: '{ "status": "complete" }' });
  expect(await read(first)).toMatchObject(FAILED);
});

it("a Media whose file is evicted while it is pending has failed", async () => {
  mock = await createMock({ ...ONE_FILE, processing: "10s" });
  const [first, second] = [await upload(), await upload()];
  expect(await read(first)).toMatchObject(FAILED);
  mock.advance("10s");
  expect([(await read(first)).status, (await read(second)).status]).toEqual(["failed", "complete"]);
});

it("an evicted file fails the Media of its own API key alone", async () => {
  mock = await createMock({ ...ONE_FILE, deterministic: true, statePerKey: true });
  const id = await upload("one");
  expect(await upload("two")).toBe(id);
  expect(await read(id, "one")).toMatchObject(FAILED);
  expect((await read(id, "two")).status).toBe("complete");
});

it.each(["delete", "reset"])(
  "a snapshot that is restored after a %s lists no source that is gone",
  async (change) => {
    mock = await createMock({ seed: "empty" });
    const id = await upload();
    await call(mock, "PUT", "/__mock/snapshots/before");
    if (change === "delete") await call(mock, "DELETE", `/media/${id}`);
    else mock.reset();
    await call(mock, "POST", "/__mock/snapshots/before/restore");
    expect(await read(id)).toMatchObject(FAILED);
  },
);

it("a Media whose kept file is damaged has failed after a restart, the others play", async () => {
  mock = await createMock({ seed: "empty", keep: folder });
  const [damaged, whole] = [await upload(), await upload()];
  await mock.close();
  expect(await readdir(join(folder, "files"))).toHaveLength(2);
  await truncate(join(folder, "files", damaged), 10);
  mock = await createMock({ seed: "empty", keep: folder });
  expect(await read(damaged)).toMatchObject(FAILED);
  expect(await statusesOf(await read(whole))).toEqual([200, 200, 200, 200]);
});
