import { appendFile, mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { builtScripts } from "../../../../scripts/cache/shared-builds.js";
import { atScale } from "../scale.js";
import { Acknowledged, hashOf, type KnownMedia } from "./acknowledged.js";
import { type MockProcess, startMockProcess } from "./mock-process.js";

const headers = { Authorization: "Bearer key" };
const kills = Number(process.env.MOCK_KILLS ?? atScale(100, 3));

/** A start takes seconds on a busy machine. */
const TIMEOUT_MS = 600_000 + kills * 20_000;

let scripts: string;
let folder: string;
beforeAll(async () => {
  scripts = await builtScripts("mock");
  folder = await mkdtemp(join(tmpdir(), "mock-keep-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A test that fails must not leave its process behind. */
const started: MockProcess[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((mock) => mock.kill()));
});

async function start(): Promise<MockProcess> {
  const mock = await startMockProcess(scripts, ["--keep", folder, "--seed", "empty"]);
  started.push(mock);
  return mock;
}

interface Envelope<Data> {
  readonly data: Data;
  readonly links: { readonly next: string | null };
}

interface FoundMedia {
  readonly id: string;
  readonly title: string;
  readonly filesize: number;
  readonly deleted: string | null;
  readonly urls: { readonly playback: string | null };
}

async function call<Data>(url: string, init: RequestInit = {}): Promise<Envelope<Data>> {
  const response = await fetch(url, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Envelope<Data>;
}

/** Creates, updates or deletes one Media, and notes what was asked and what was acknowledged. */
async function change(url: string, known: Acknowledged, number: number): Promise<void> {
  const living = [...known.media].filter(([id, { isDeleted }]) => !isDeleted && !known.open.has(id));
  const [id, media] = living[Math.floor(Math.random() * living.length)] ?? [];
  const choice = Math.random();
  if (id === undefined || media === undefined || choice < 0.5) return create(url, known, `t${number}`);
  const next = choice < 0.75 ? { ...media, title: `t${number}` } : { ...media, isDeleted: true };
  known.open.set(id, next);
  await (next.isDeleted
    ? call(`${url}/media/${id}`, { method: "DELETE" })
    : call(`${url}/media/${id}`, { method: "PATCH", body: new URLSearchParams({ title: next.title }) }));
  known.open.delete(id);
  known.media.set(id, next);
}

async function create(url: string, known: Acknowledged, title: string): Promise<void> {
  const bytes = new Uint8Array(Math.ceil(Math.random() * 200_000)).fill(Math.random() * 256);
  const hash = hashOf(bytes);
  const body = new FormData();
  body.append("title", title);
  body.append("file", new File([bytes], "a.mp4", { type: "video/mp4" }));
  known.openCreations.set(title, hash);
  const { data } = await call<FoundMedia>(`${url}/media`, { method: "POST", body });
  known.openCreations.delete(title);
  known.media.set(data.id, { title, hash, isDeleted: false });
}

/** Every Media that can be read, with the bytes of its file. */
async function read(url: string, known: Acknowledged): Promise<Map<string, KnownMedia>> {
  const ids = new Set(known.media.keys());
  for (let next: string | null = `${url}/media?limit=250`; next !== null; ) {
    const page: Envelope<FoundMedia[]> = await call(next);
    for (const { id } of page.data) ids.add(id);
    next = page.links.next;
  }
  const found = new Map<string, KnownMedia>();
  for (const id of ids) {
    const response = await fetch(`${url}/media/${id}`, { headers });
    if (response.status === 404) continue;
    const { data } = (await response.json()) as Envelope<FoundMedia>;
    const isDeleted = data.deleted !== null;
    const { playback } = data.urls;
    const file = playback === null ? null : await fetch(playback);
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const isWhole = isDeleted || (file?.status === 200 && bytes.length === data.filesize);
    found.set(id, { title: data.title, hash: isWhole ? hashOf(bytes) : "not whole", isDeleted });
  }
  return found;
}

it(
  "loses nothing that was acknowledged, and serves nothing half-written, when it is killed at any moment",
  async () => {
    const known = new Acknowledged();
    let changes = 0;
    for (let kill = 0; kill < kills; kill++) {
      const mock = await start();
      expect(known.settle(await read(mock.url, known))).toEqual([]);
      let isKilled = false;
      const work = async () => {
        while (!isKilled) {
          await change(mock.url, known, changes++).catch((error) => {
            if (!isKilled) throw error;
          });
        }
      };
      const workers = Promise.all(Array.from({ length: 4 }, work));
      await sleep(20 + Math.random() * 500);
      isKilled = true;
      await mock.kill();
      await workers;
    }
    const mock = await start();
    expect(known.settle(await read(mock.url, known))).toEqual([]);
    await mock.kill();
    process.stdout.write(`keep: ${kills} kills, ${changes} changes, nothing lost\n`);
  },
  TIMEOUT_MS,
);

it("sets damaged records and files aside, and says so in one line each", async () => {
  const known = new Acknowledged();
  const first = await start();
  await fetch(`${first.url}/__mock/reset`, { method: "POST" });
  await create(first.url, known, "whole");
  await create(first.url, known, "torn");
  await first.kill();
  await appendFile(join(folder, "library.journal"), '0000beef {"type":');
  const [torn = ""] = [...known.media].find(([, { title }]) => title === "torn") ?? [];
  await truncate(join(folder, "files", torn), 1);

  const second = await start();
  const found = await read(second.url, known);
  expect([...found.values()].map(({ title, hash }) => [title, hash === "not whole"])).toEqual([
    ["whole", false],
    ["torn", true],
  ]);
  expect(second.lines.filter((line) => line.startsWith("ittybit-mock:"))).toEqual([
    expect.stringMatching(
      /^ittybit-mock: library\.journal:\d+: 1 damaged record moved to library\.journal\.damaged\.$/,
    ),
    expect.stringMatching(
      new RegExp(`^ittybit-mock: The file of ${torn} is not of the size .* damaged/${torn}\\.$`),
    ),
  ]);
  expect(await readdir(join(folder, "damaged"))).toEqual([torn]);
  await expect(start()).rejects.toThrow(/is used by process \d+: stop it, or give another folder/);
  await second.kill();
});
