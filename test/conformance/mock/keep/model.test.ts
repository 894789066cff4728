import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type Mock, type MockOptions } from "@ittybit/mock";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { atScale } from "../scale.js";
import { LibraryModel, type ModelMedia, type ModelQuery, mergeMetadata } from "./library-model.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-model-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const TYPES = { video: "video/mp4", image: "image/png", audio: "audio/mpeg" } as const;
const PATHS = { video: "/videos", image: "/images", audio: "/audio" } as const;

const kinds = fc.constantFrom("video", "image", "audio");
const words = fc.constantFrom("", "dawn", "Grüße ✓", "a&b=c", "x".repeat(40));
const metadata = fc.dictionary(fc.constantFrom("a", "b", "c d"), words, { maxKeys: 2 });
const at = fc.nat(15);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      kind: kinds,
      size: fc.integer({ min: 1, max: 9 }),
      title: words,
      metadata,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("get" as const), at }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("update" as const), at, title: words, metadata }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete" as const), at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("list" as const),
      query: fc.record({
        kind: fc.option(kinds, { nil: null }),
        orderBy: fc.constantFrom("created", "updated", "filesize"),
        order: fc.constantFrom("asc", "desc"),
        limit: fc.integer({ min: 1, max: 8 }),
        page: fc.integer({ min: 1, max: 4 }),
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("advance" as const), ms: fc.integer({ min: 1, max: 5000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reset" as const), isLikely: fc.nat(4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A mock and its model, which are told the same. */
class Pair {
  readonly #options: MockOptions;
  readonly #model = new LibraryModel();
  #mock: Mock;
  #now = START;

  static async open(keep: string): Promise<Pair> {
    const options = { keep, seed: "empty", deterministic: true } as const;
    return new Pair(options, await createMock(options));
  }

  private constructor(options: MockOptions, mock: Mock) {
    this.#options = options;
    this.#mock = mock;
  }

  close(): Promise<void> {
    return this.#mock.close();
  }

  async take(one: Step): Promise<void> {
    switch (one.do) {
      case "create":
        return this.#create(one);
      case "get":
        return this.#get(this.#model.media[one.at]);
      case "update":
        return this.#update(this.#model.media[one.at], one);
      case "delete":
        return this.#delete(this.#model.media[one.at]);
      case "list":
        return this.#list(one.query as ModelQuery);
      case "advance":
        this.#mock.advance(one.ms);
        this.#now += one.ms;
        return;
      case "restart":
        await this.#mock.close();
        this.#mock = await createMock(this.#options);
        return;
      case "reset":
        if (one.isLikely !== 0) return;
        this.#mock.reset();
        this.#model.media = [];
        this.#now = START;
        return;
      default:
        return one satisfies never;
    }
  }

  async #create({ kind, size, title, metadata }: Step & { do: "create" }): Promise<void> {
    const body = new FormData();
    body.append("file", new File([new Uint8Array(size)], "a.bin", { type: TYPES[kind] }));
    if (title !== "") body.append("title", title);
    for (const [name, value] of Object.entries(metadata)) body.append(`metadata[${name}]`, value);
    const { status, data } = await this.#call("POST", PATHS[kind], body);
    expect(status).toBe(201);
    const { id } = data as ModelMedia;
    const now = this.#time();
    const sent = { title: title || null, metadata: mergeMetadata({}, metadata) };
    const media = { id, kind, filesize: size, ...sent, created: now, updated: now, deleted: null };
    expect(data).toMatchObject(media);
    this.#model.media = [...this.#model.media, media];
  }

  async #get(media: ModelMedia | undefined): Promise<void> {
    const { status, data } = await this.#call("GET", `/media/${media?.id ?? "unknown"}`);
    expect(status).toBe(media === undefined ? 404 : 200);
    if (media !== undefined) expect(data).toMatchObject(media);
  }

  async #update(media: ModelMedia | undefined, { title, metadata }: Step & { do: "update" }): Promise<void> {
    if (media === undefined) return;
    const body = new URLSearchParams({ title });
    for (const [name, value] of Object.entries(metadata)) body.append(`metadata[${name}]`, value);
    const { status } = await this.#call("PATCH", `/media/${media.id}`, body);
    expect(status).toBe(media.deleted === null ? 200 : 404);
    if (media.deleted !== null) return;
    const merged = mergeMetadata(media.metadata, metadata);
    this.#model.change(media.id, { title: title || null, metadata: merged, updated: this.#time() });
  }

  async #delete(media: ModelMedia | undefined): Promise<void> {
    const { status } = await this.#call("DELETE", `/media/${media?.id ?? "unknown"}`);
    expect(status).toBe(media === undefined ? 404 : 200);
    const now = this.#time();
    if (media?.deleted === null) this.#model.change(media.id, { deleted: now, updated: now });
  }

  async #list({ kind, ...query }: ModelQuery): Promise<void> {
    const path = kind === null ? "/media" : PATHS[kind as keyof typeof PATHS];
    const parameters = new URLSearchParams({ ...query, limit: `${query.limit}`, page: `${query.page}` });
    const { data, meta } = await this.#call("GET", `${path}?${parameters}`);
    const { items, total } = this.#model.page({ kind, ...query });
    expect((data as ModelMedia[]).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(data).toMatchObject(items);
    expect(meta).toMatchObject({ total, limit: query.limit, page: query.page });
  }

  async #call(method: string, path: string, body?: FormData | URLSearchParams) {
    const init = { method, headers: { Authorization: "Bearer key" }, ...(body && { body }) };
    const response = await this.#mock.fetch(`http://mock.test${path}`, init);
    const { data, meta, error } = (await response.json()) as Record<string, unknown>;
    // a response that breaks the contract is replaced with a 500
    if (response.status === 500) throw new Error(JSON.stringify(error));
    return { status: response.status, data, meta };
  }

  #time(): string {
    return new Date(this.#now).toISOString();
  }
}

const TIMEOUT_MS = atScale(3_600_000, 600_000);

/** The time of a deterministic mock. */
const START = Date.parse("2024-03-21T00:00:00Z");

it(
  "does the same as a simple model, also after restarts",
  async () => {
    let steps = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 150 }), async (program) => {
      const keep = await mkdtemp(join(folder, "run-"));
      const pair = await Pair.open(keep);
      try {
        for (const one of program) {
          steps++;
          await pair.take(one);
        }
      } finally {
        await pair.close();
      }
    });
    await fc.assert(property, { numRuns: atScale(145, 4) });
    process.stdout.write(`keep: ${steps} steps, no difference to the model\n`);
  },
  TIMEOUT_MS,
);
