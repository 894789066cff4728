import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "./bench.js";
import { printed, type Runtime, runtimes } from "./client/runtime.js";
import { startSink } from "./client/sink.js";

export const title = "client: the most memory that an upload of 2 GB takes";

const BYTES = 2 * 2 ** 30;
const OURS = ["client, path", "client, Blob", "client, stream"];
const BASELINES = ["bare fetch", "openapi-fetch", "raw http"];

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-memory-"));
  const path = join(folder, "a.mp4");
  const file = await open(path, "w");
  await file.truncate(BYTES);
  await file.close();
  await using sink = await startSink();
  try {
    for await (const runtime of runtimes()) {
      for (const way of [...OURS, ...BASELINES]) yield await measured(runtime, way, sink.url, path);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measured(runtime: Runtime, way: string, url: string, path: string): Promise<Row> {
  const row = { name: `${runtime.name}: ${way}`, unit: "MB", limit: promised(runtime, way) };
  const upload = printed<{ peak: number; seconds: number }>(runtime, "upload.mjs", url, way, path);
  const failed = ({ stderr }: { stderr?: string }) => `fails: ${/\w*Error.*/.exec(stderr ?? "")?.[0]}`;
  const result = await upload.catch(failed);
  if (result === null) return { ...row, value: null, note: "cannot be had here" };
  if (typeof result === "string") return { ...row, value: Number.NaN, note: result };
  return { ...row, value: result.peak / 1e6, note: `${result.seconds.toFixed(1)} s` };
}

/** Deno reads a whole file into the Blob that it makes of it, before the client is given it. */
const promised = ({ name }: Runtime, way: string): number | null =>
  OURS.includes(way) && !(name === "Deno" && way === "client, Blob") ? 150 : null;
