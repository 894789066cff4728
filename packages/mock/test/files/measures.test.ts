import { readFile } from "node:fs/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { createMock } from "../../src/index.js";
import { call, file, form } from "../call-mock.js";

const mock = await createMock();

async function uploaded(name: string, type: string, path = "/media", sent?: File) {
  const body = form({ file: sent ?? (await file(name, type)) });
  const { id } = (await call(mock, "POST", path, { body })).body.data;
  return (await call(mock, "GET", `/media/${id}`)).body.data;
}

it.each([
  ["video.mp4", "video/mp4", 160, 90, 1],
  ["video.mov", "video/quicktime", 160, 90, 1],
  ["video.mkv", "video/x-matroska", 160, 90, 1.046],
  ["video.webm", "video/webm", 160, 90, 1.008],
  ["image.jpg", "image/jpeg", 160, 90, null],
  ["image.png", "image/png", 160, 90, null],
  ["image.gif", "image/gif", 80, 44, null],
  ["image.heic", "image/heic", 160, 90, null],
  ["image.webp", "image/webp", 160, 90, null],
])("the size and duration of %s are those of the file", async (name, type, width, height, duration) => {
  const media = await uploaded(name, type);
  expect(media).toMatchObject({ width, height, duration });
  expect(media.sources).toMatchObject([{ width, height, duration }]);
});

it("an audio file has a duration, and no size", async () => {
  const media = await uploaded("audio.m4a", "audio/mp4", "/audio");
  expect(media).toMatchObject({ kind: "audio", width: null, height: null, duration: 1 });
});

it("a file without a size, or one that cannot be read, is taken without", async () => {
  const unknown = { status: "complete", width: null, height: null, duration: null };
  expect(await uploaded("video.hevc", "video/hevc")).toMatchObject(unknown);
  const noise = new File([new Uint8Array(500).fill(7)], "a.mp4", { type: "video/mp4" });
  expect(await uploaded("", "", "/media", noise)).toMatchObject(unknown);
});

it("a hostile file does not keep other requests waiting", async () => {
  const bytes = await readFile(new URL("../../../../test/fixtures/media/video.mp4", import.meta.url));
  // the same offset for 4 billion samples (ISO/IEC 14496-12, 8.6.1.3)
  bytes.writeUInt32BE(0xffffffff, bytes.indexOf("ctts") + 12);
  const upload = uploaded("", "", "/media", new File([bytes], "hostile.mp4", { type: "video/mp4" }));
  let isDone = false;
  void upload.finally(() => {
    isDone = true;
  });
  // Its time is up after six responses, however long they take. Where it is measured in the same thread, it is done before.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldClearNativeTimers: true });
  onTestFinished(() => void vi.useRealTimers());
  let responses = 0;
  for (; !isDone; responses++) {
    expect((await call(mock, "GET", "/media")).status).toBe(200);
    await new Promise((resolve) => setImmediate(resolve));
    if (responses > 5) await vi.advanceTimersByTimeAsync(2000);
  }
  vi.useRealTimers();
  expect(responses).toBeGreaterThan(5);
  expect(await upload).toMatchObject({ status: "complete", width: null });
  expect(await uploaded("image.png", "image/png")).toMatchObject({ width: 160 });
});
