import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createMock, type Mock, type MockOptions } from "../src/index.js";
import { call, file, form } from "./call-mock.js";

let folder: string;
let mock: Mock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-stores-"));
});
afterEach(async () => {
  await mock.close();
  await rm(folder, { recursive: true, force: true });
});

const as = (key: string, init: RequestInit = {}) => ({
  ...init,
  headers: { Authorization: `Bearer ${key}` },
});

async function upload(key: string, name: string, type: string): Promise<{ id: string }> {
  const body = form({ file: await file(name, type) });
  return (await call(mock, "POST", "/media", as(key, { body }))).body.data;
}

async function ids(key: string): Promise<string[]> {
  const { body } = await call(mock, "GET", "/media?limit=250", as(key));
  return body.data.map(({ id }: { id: string }) => id);
}

async function size(key: string, id: string): Promise<number> {
  const { body } = await call(mock, "GET", `/media/${id}`, as(key));
  const response = await mock.fetch(body.data.urls.playback);
  return (await response.arrayBuffer()).byteLength;
}

const perKey: MockOptions = { statePerKey: true, seed: "empty", deterministic: true };

it("one state per API key: neither lists, reads, plays nor resets what the other has", async () => {
  mock = await createMock(perKey);
  const one = await upload("one", "video.mp4", "video/mp4");
  const two = await upload("two", "image.png", "image/png");
  await upload("two", "video.mp4", "video/mp4");
  expect([(await ids("one")).length, (await ids("two")).length]).toEqual([1, 2]);
  expect((await call(mock, "GET", `/media/${two.id}`, as("one"))).status).toBe(404);
  expect([await size("one", one.id), await size("two", two.id)]).toEqual([
    (await file("video.mp4", "")).size,
    (await file("image.png", "")).size,
  ]);
  expect((await call(mock, "POST", "/__mock/reset", as("two"))).body).toEqual({ media: 0 });
  expect([await ids("one"), await ids("two")]).toEqual([[one.id], []]);
  expect(mock.state()).toHaveLength(1);
  mock.reset();
  expect(mock.state()).toEqual([]);
});

it.each([false, true])("what is kept is there in the next mock, statePerKey: %s", async (statePerKey) => {
  const options: MockOptions = { keep: folder, seed: "empty", processing: "10s", statePerKey };
  mock = await createMock(options);
  const { id } = await upload("one", "video.mp4", "video/mp4");
  await call(mock, "PUT", "/__mock/snapshots/before", as("one"));
  await call(mock, "DELETE", `/media/${id}`, as("one"));
  const kept = await upload("one", "image.png", "image/png");
  mock.advance("60m");
  await mock.close();

  mock = await createMock(options);
  expect(await ids("one")).toEqual([kept.id]);
  expect(await size("one", kept.id)).toBe((await file("image.png", "")).size);
  expect((await call(mock, "GET", "/__mock/state", as("one"))).body.media).toMatchObject([
    { id, deleted: expect.any(String) },
    { id: kept.id, status: "complete" },
  ]);
  await call(mock, "POST", "/__mock/snapshots/before/restore", as("one"));
  expect(await ids("one")).toEqual([id]);
  await mock.close();

  mock = await createMock(options);
  expect(await ids("one")).toEqual([id]);
  await mock.reload();
  expect(await ids("one")).toEqual([id]);
  await expect(createMock(options)).rejects.toThrow("stop it, or give another folder");
});

it("a folder that cannot be used, and nothing to keep, are errors", async () => {
  mock = await createMock();
  await expect(createMock({ keep: "/dev/null/folder" })).rejects.toThrow(
    "/dev/null/folder of --keep cannot be",
  );
  await expect(createMock({ keep: folder, stateless: true })).rejects.toThrow("nothing to keep");
});

it("a mock that is closed again leaves the folder to the mock that uses it now", async () => {
  const first = await createMock({ keep: folder });
  await first.close();
  mock = await createMock({ keep: folder });
  await first.close();
  await expect(createMock({ keep: folder })).rejects.toThrow("is used by");
});
