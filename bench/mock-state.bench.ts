import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildMock } from "../scripts/build-mock.js";
import { medians, type Row } from "./bench.js";

export const title = "mock: many and large uploads, and a long list";

const dist = fileURLToPath(new URL("../packages/mock/dist/", import.meta.url));
const headers = { Authorization: "Bearer key" };

const CHUNK = Buffer.alloc(1_000_000, "media");
const RANGE_BYTES = 64_000_000;

/** MB of memory that uploads may take at most. */
const MEMORY_LIMIT = 150;

export async function* run(): AsyncGenerator<Row> {
  await buildMock(dist);
  yield* uploads("200 uploads of 20 MB at once", 200, 20);
  yield* uploads("an upload of 2 GB", 1, 2000);
  yield* lists();
}

async function* uploads(name: string, count: number, megabytes: number): AsyncGenerator<Row> {
  const mock = await start(["--seed", "empty", "--max-storage", "8GB"]);
  try {
    const ids = await Promise.all(Array.from({ length: count }, () => upload(mock.url, megabytes)));
    const sent = createHash("sha256");
    for (let at = 0; at < megabytes; at++) sent.update(CHUNK);
    const expected = sent.digest("hex");
    let different = 0;
    for (const id of ids) if ((await hashByRanges(mock.url, id)) !== expected) different++;
    const note = `${different} files differ when they are read back by ranges`;
    yield {
      name: `${name}: memory`,
      value: await mock.peakMegabytes(),
      unit: "MB",
      limit: MEMORY_LIMIT,
      note,
    };
    yield { name: `${name}: different files`, value: different, unit: "files", limit: 0 };
  } finally {
    mock.stop();
  }
}

async function* lists(): AsyncGenerator<Row> {
  const [long, short] = await Promise.all([start(["--seed", "10000"]), start(["--seed", "13"])]);
  const get = (url: string) => async () => (await fetch(`${url}/media?limit=13`, { headers })).arrayBuffer();
  try {
    const times = await medians({ long: get(long.url), short: get(short.url) }, 20);
    const note = `${times.long.toFixed(0)} us, ${times.short.toFixed(0)} us`;
    const value = times.long / times.short;
    yield { name: "a page of 10,000 media: time of one of 13", value, unit: "x", limit: 3, note };
  } finally {
    long.stop();
    short.stop();
  }
}

async function start(args: readonly string[]) {
  const child = spawn(process.execPath, [`${dist}bin.js`, "--port", "0", ...args]);
  child.stderr.resume();
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, "line");
  const [url = ""] = /http:\/\/[\d.:]+/.exec(String(line)) ?? [];
  return {
    url,
    peakMegabytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024;
    },
    stop: () => child.kill("SIGTERM"),
  };
}

/** Streams a file as a form. Returns the id of its Media. */
async function upload(url: string, megabytes: number): Promise<string> {
  const type = "multipart/form-data; boundary=b";
  const outgoing = request(`${url}/media`, { method: "POST", headers: { ...headers, "Content-Type": type } });
  const responded = once(outgoing, "response");
  const disposition = 'Content-Disposition: form-data; name="file"; filename="a.mp4"';
  outgoing.write(`--b\r\n${disposition}\r\nContent-Type: video/mp4\r\n\r\n`);
  for (let at = 0; at < megabytes; at++) if (!outgoing.write(CHUNK)) await once(outgoing, "drain");
  outgoing.end("\r\n--b--\r\n");
  const [incoming] = await responded;
  let text = "";
  for await (const chunk of incoming) text += chunk;
  return JSON.parse(text).data.id;
}

async function hashByRanges(url: string, id: string): Promise<string> {
  const response = await fetch(`${url}/media/${id}`, { headers });
  const { data } = (await response.json()) as { data: { filesize: number; urls: { playback: string } } };
  const hash = createHash("sha256");
  for (let start = 0; start < data.filesize; start += RANGE_BYTES) {
    const Range = `bytes=${start}-${start + RANGE_BYTES - 1}`;
    const { body } = await fetch(data.urls.playback, { headers: { Range } });
    for await (const chunk of body ?? []) hash.update(chunk);
  }
  return hash.digest("hex");
}
