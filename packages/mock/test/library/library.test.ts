import type { Media } from "@ittybit/openapi/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIdGenerator, seededRandom } from "../../src/library/ids.js";
import { Library } from "../../src/library/library.js";
import type { MediaOrder } from "../../src/library/media-index.js";
import type { NewMedia, ProcessedFile } from "../../src/library/media-lifecycle.js";
import { type Processing, parseProcessing } from "../../src/library/processing.js";

const video: NewMedia = {
  kind: "video",
  filename: "a.mp4",
  filesize: 10,
  isFetched: false,
  title: null,
  metadata: {},
};

const fileOf = (id: string): ProcessedFile => ({
  src: `/files/${id}/a.mp4`,
  poster: null,
  mediaType: "video/mp4",
  size: 10,
  width: 4,
  height: 3,
  duration: 2,
  isOriginal: true,
});

function open(processing: Processing = { kind: "immediate" }) {
  const clock = { now: Date.parse("2024-03-20T10:00:00Z") };
  const createId = () => createIdGenerator(seededRandom(1));
  const library = new Library({ now: () => clock.now, createId, processing, seed: [] });
  const create = (sent: Partial<NewMedia> = {}) => library.create({ ...video, ...sent }, fileOf, "complete");
  const list = (kind: string | null = null) =>
    library.list(kind, { by: "created", direction: "desc" }, 0, 250).items.map(({ id }) => id);
  return { clock, library, create, list };
}

describe("the life of a Media", () => {
  it("begins with its own id and the time of its creation, first in its lists", () => {
    const { create, list } = open();
    const [first, second] = [create(), create({ kind: "image" })];
    expect(first).toMatchObject({
      status: "pending",
      created: "2024-03-20T10:00:00.000Z",
      updated: "2024-03-20T10:00:00.000Z",
      sources: [],
      urls: { preview: null, poster: null, playback: null },
    });
    expect(list()).toEqual([second.id, first.id]);
    expect([list("video"), list("audio")]).toEqual([[first.id], []]);
  });

  it("is played once it is complete", () => {
    const { library, create } = open();
    const { id } = create();
    library.settle();
    expect(library.get(id)).toMatchObject({
      status: "complete",
      width: 4,
      sources: [{ src: `/files/${id}/a.mp4`, original: true, format: "mp4", bitrate: 40 }],
      urls: { playback: `/files/${id}/a.mp4` },
    });
  });

  it("keeps updates: metadata is merged, an empty value removes a key, updated moves", () => {
    const { clock, library, create } = open();
    const { id } = create({ title: "Dawn", metadata: { a: "1", b: "2" } });
    clock.now += 1000;
    library.update(id, { title: "Dusk", metadata: { b: "", c: "3" } });
    expect(library.get(id)).toMatchObject({
      title: "Dusk",
      metadata: { a: "1", c: "3" },
      created: "2024-03-20T10:00:00.000Z",
      updated: "2024-03-20T10:00:01.000Z",
    });
    expect(library.get(id)?.metadata).not.toHaveProperty("b");
  });

  it("ends in no list, and can still be read; deleted twice is deleted once", () => {
    const { clock, library, create, list } = open();
    const { id } = create();
    library.settle();
    library.delete(id);
    const deleted = library.get(id);
    clock.now += 1000;
    library.delete(id);
    expect(library.get(id)).toBe(deleted);
    expect(deleted).toMatchObject({
      deleted: "2024-03-20T10:00:00.000Z",
      sources: [],
      urls: { playback: null },
    });
    expect([list(), library.fileOf(id)]).toEqual([[], null]);
    expect(library.update(id, { title: "x" })).toEqual({ kind: "deleted" });
    expect(library.update("none", { title: "x" })).toEqual({ kind: "not-found" });
  });
});

describe("processing", () => {
  const statuses = (library: Library, id: string, reads: number) =>
    Array.from({ length: reads }, () => {
      library.settle();
      library.countRead(id);
      return library.get(id)?.status;
    });

  it("reads=2: two reads see it pending", () => {
    const { library, create } = open({ kind: "reads", count: 2 });
    expect(statuses(library, create().id, 4)).toEqual(["pending", "pending", "complete", "complete"]);
  });

  it("5s: ends after five seconds, at that time", () => {
    const { clock, library, create } = open({ kind: "after", ms: 5000 });
    const { id } = create();
    clock.now += 4999;
    expect(statuses(library, id, 1)).toEqual(["pending"]);
    clock.now += 60_000;
    expect(statuses(library, id, 1)).toEqual(["complete"]);
    expect(library.get(id)?.updated).toBe("2024-03-20T10:00:05.000Z");
  });

  it("manual: ends when it is told to, either way", () => {
    const { library, create } = open({ kind: "manual" });
    const { id } = create();
    expect(statuses(library, id, 3)).toEqual(["pending", "pending", "pending"]);
    library.setStatus(id, "failed");
    expect(library.get(id)).toMatchObject({ status: "failed", sources: [] });
    library.setStatus(id, "complete");
    expect(library.get(id)).toMatchObject({ status: "complete", sources: [{}] });
    library.setStatus(id, "pending");
    expect(library.get(id)).toMatchObject({ status: "pending", sources: [], width: null });
  });

  it.each([
    ["immediate", { kind: "immediate" }],
    ["manual", { kind: "manual" }],
    ["5s", { kind: "after", ms: 5000 }],
    ["250ms", { kind: "after", ms: 250 }],
    ["reads=3", { kind: "reads", count: 3 }],
    ["soon", null],
    ["5", null],
  ])("%s is read as %j", (text, expected) => {
    expect(parseProcessing(text)).toEqual(expected);
  });
});

it("a snapshot restores every Media, and the order of creation", () => {
  const { library, create, list } = open();
  create();
  create();
  const [before, snapshot] = [list(), library.snapshot()];
  library.delete(create().id);
  library.reset();
  expect(list()).toEqual([]);
  library.restore(JSON.parse(JSON.stringify(snapshot)));
  expect(list()).toEqual(before);
});

/** The library as simple as it can be said: a list of media, sorted again for each page. */
class Model {
  readonly media: Media[] = [];

  page(kind: string | null, { by, direction }: MediaOrder, offset: number, limit: number) {
    const listed = this.media
      .map((media, sequence) => ({ media, sequence }))
      .filter(({ media }) => media.deleted === null && (kind === null || media.kind === kind));
    const value = ({ media }: { media: Media }) =>
      by === "filesize" ? media.filesize : Date.parse(media[by]);
    listed.sort((a, b) => value(a) - value(b) || a.sequence - b.sequence);
    if (direction === "desc") listed.reverse();
    return { items: listed.slice(offset, offset + limit).map(({ media }) => media), total: listed.length };
  }
}

const kinds = fc.constantFrom("video", "image", "audio");
const step = fc.oneof(
  fc.record({ do: fc.constant("create" as const), kind: kinds, filesize: fc.nat(5), tick: fc.nat(2) }),
  fc.record({ do: fc.constant("update" as const), at: fc.nat(20), title: fc.string(), tick: fc.nat(2) }),
  fc.record({ do: fc.constant("delete" as const), at: fc.nat(20), tick: fc.nat(2) }),
  fc.record({
    do: fc.constant("list" as const),
    kind: fc.option(kinds, { nil: null }),
    by: fc.constantFrom("created", "updated", "filesize"),
    direction: fc.constantFrom("asc", "desc"),
    offset: fc.nat(20),
    limit: fc.integer({ min: 1, max: 10 }),
  }),
);

it("does the same as a simple model, whatever is done in whatever order", () => {
  const runs = process.env.MOCK_CONFORMANCE === "full" ? 500 : 60;
  let steps = 0;
  const property = fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (program) => {
    const { clock, library, create } = open({ kind: "manual" });
    const model = new Model();
    for (const one of program) {
      steps++;
      if ("tick" in one) clock.now += one.tick * 500;
      const now = new Date(clock.now).toISOString();
      const target = "at" in one ? model.media[one.at] : undefined;
      switch (one.do) {
        case "create":
          model.media.push(create({ kind: one.kind, filesize: one.filesize }));
          break;
        case "update":
          if (target && target.deleted === null)
            model.media[one.at] = { ...target, title: one.title || null, updated: now };
          if (target) library.update(target.id, { title: one.title });
          break;
        case "delete":
          if (target && target.deleted === null)
            model.media[one.at] = { ...target, deleted: now, updated: now, sources: [] };
          if (target) library.delete(target.id);
          break;
        case "list": {
          const order = { by: one.by, direction: one.direction } as MediaOrder;
          const { kind, offset, limit } = one;
          expect(library.list(kind, order, offset, limit)).toEqual(model.page(kind, order, offset, limit));
          break;
        }
        default:
          one satisfies never;
      }
    }
    expect(library.all()).toEqual(model.media);
  });
  fc.assert(property, { numRuns: runs });
  process.stdout.write(`library: ${steps} steps, no difference to the model\n`);
});
