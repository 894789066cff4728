import { expect, it } from "vitest";
import { mediaContradictions } from "../../scripts/lint/spec/example-media.js";

const original = {
  kind: "video",
  type: "video/mp4",
  filesize: 1000,
  src: "https://files.test/v1/a.mp4",
  width: 1920,
  height: 1080,
  duration: 2,
  bitrate: 4000,
  original: true,
};
const copy = { ...original, src: "https://files.test/v1/360.mp4", width: 640, height: 360, original: false };
const playlist = { ...copy, type: "application/vnd.apple.mpegurl" };
const media = {
  kind: "video",
  created: "2024-03-20T09:15:30Z",
  updated: "2024-03-20T09:16:12Z",
  filesize: 1000,
  filename: "a.mp4",
  status: "complete",
  width: 1920,
  height: 1080,
  duration: 2,
  deleted: null,
  sources: [original, copy, playlist],
};

const find = (item: object) =>
  [...mediaContradictions(item as Record<string, unknown>)].map(
    ({ steps, message }) => `${steps.join(".")}: ${message}`,
  );

it("an item in order has no contradiction", () => {
  expect(find(media)).toEqual([]);
});

it.each<[object, string]>([
  [{ kind: "image", filename: "a.png", sources: [] }, "duration: an image has no duration"],
  [{ kind: "audio", filename: "a.mp3", status: "failed", sources: [] }, "width: sound has no width"],
  [{ filename: "a.mp3", sources: [copy] }, "filename: a.mp3 is not the name of a file of the kind video"],
  [{ updated: "2024-03-20T09:15:29Z" }, "updated: updated is before created"],
  [{ sources: [] }, "sources: a complete item has a source"],
  [{ deleted: "2024-03-21T00:00:00Z" }, "sources: a deleted item has no sources"],
])("the item with %j: %s", (change, finding) => {
  expect(find({ ...media, ...change })).toContain(finding);
});

it.each<[object, object, string]>([
  [original, { kind: "image" }, "kind: a source of the kind image in an item of the kind video"],
  [original, { type: "image/png" }, "type: image/png is not a media type of the kind video"],
  [original, { filesize: 999, bitrate: 3996 }, "filesize: filesize is 999, but that of the item is 1000"],
  [original, { width: 640 }, "width: width is 640, but that of the item is 1920"],
  [copy, { duration: 4, bitrate: 2000 }, "duration: duration is 4, but that of the item is 2"],
  [copy, { width: 480 }, "width: width and height do not have the shape of the item"],
  [copy, { bitrate: 1 }, "bitrate: bitrate must be 4000, filesize * 8 / duration"],
  [original, { src: "https://files.test/v1/b.mp4" }, "src: the original must be named a.mp4"],
])("the source %j with %j: %s", (source, change, finding) => {
  expect(find({ ...media, sources: [{ ...source, ...change }] })).toEqual([`sources.0.${finding}`]);
});
