import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { buildQa } from "../scripts/build-qa.js";
import { median, type Row } from "./bench.js";
import { Traffic } from "./qa-traffic.js";

export const title = "qa: checking a HAR of 50,000 exchanges, and a stream of NDJSON";

const exchanges = 50_000;
const ROUNDS = 3;
const megabyte = 2 ** 20;

/** How many times as fast as `redocly drift` a thread a core must be, and is meant to be. */
const [MIN_SPEEDUP, GOAL_SPEEDUP] = [1.5, 2];

/** Bytes of NDJSON that go through the pipe: 1 GB, and 10 GB with QA_BENCH=full. */
const streamed = (process.env.QA_BENCH === "full" ? 10 : 1) * 1024 * megabyte;

const root = fileURLToPath(new URL("../", import.meta.url));

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "qa-check-"));
  try {
    await buildQa(join(folder, "dist"));
    // as published: Node need not find out what kind of modules these are
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    const har = join(folder, "traffic.har");
    await pipeline(Readable.from(new Traffic("har").whole(exchanges)), createWriteStream(har));
    yield* recording(folder, har);
    yield* stream(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The whole command of both, start and report included, in alternation. */
async function* recording(folder: string, har: string): AsyncGenerator<Row> {
  const ours = [join(folder, "dist/bin.js"), "check", har, `--report=json=${join(folder, "ours.json")}`];
  const theirs = [
    "node_modules/@redocly/cli/bin/cli.js",
    ...[
      "drift",
      har,
      "--api=generated/openapi.yaml",
      "--format=json",
      `--output=${join(folder, "drift.json")}`,
    ],
  ];
  const [all, one, drift] = [[], [], []] as [Ended[], Ended[], Ended[]];
  for (let turn = 0; turn < ROUNDS; turn++) {
    drift.push(await node(theirs));
    all.push(await node(ours));
    one.push(await node([...ours, "--jobs=1"]));
  }
  requireChecked((await json(join(folder, "ours.json"))).exchanges.checked);
  requireChecked((await json(join(folder, "drift.json"))).run.documentedExchanges);
  yield speed("redocly drift", drift);
  yield speed("check, one thread", one);
  yield speed("check, a thread a core", all);
  const ratio = seconds(all) / seconds(drift);
  const note = `${(1 / ratio).toFixed(2)} times as fast; at least ${MIN_SPEEDUP}, the goal is ${GOAL_SPEEDUP}`;
  const limit = 1 / MIN_SPEEDUP;
  yield { name: "time of check / time of redocly drift", value: ratio, unit: "x", limit, note };
  yield { name: "  in one thread", value: seconds(one) / seconds(drift), unit: "x", limit: 1 };
  yield cpuRow("CPU of redocly drift", drift);
  yield cpuRow("CPU of check, one thread", one);
  yield cpuRow("CPU of check, a thread a core", all);
  yield memoryRow("memory of redocly drift", drift, null);
  yield memoryRow("memory of check, one thread", one, 150);
  yield memoryRow("memory of check, a thread a core", all, 150);
}

async function* stream(folder: string): AsyncGenerator<Row> {
  const gigabytes = streamed / 1024 / megabyte;
  const ended = await node([join(folder, "dist/bin.js"), "check", "-", "--report=json"], ndjson());
  requireChecked(JSON.parse(ended.output).exchanges.checked, sent);
  const note = `${Math.round(streamed / megabyte / ended.seconds)} MB/s, ${Math.round(sent / ended.seconds)} exchanges/s`;
  const name = `memory of check, ${gigabytes} GB of NDJSON from a pipe`;
  yield { name, value: ended.megabytes, unit: "MB", limit: null, note };
  // Constant memory: what the last nine tenths of the stream add is noise of the collector.
  yield {
    name: "  added by its last nine tenths",
    value: ended.megabytes - ended.early,
    unit: "MB",
    limit: 20,
  };
}

let sent = 0;

function* ndjson(): Generator<Buffer> {
  const traffic = new Traffic("ndjson");
  for (let bytes = 0; bytes < streamed; ) {
    const lines = Array.from({ length: 100 }, () => traffic.one());
    sent += lines.length;
    const chunk = Buffer.from(`${lines.join("\n")}\n`);
    bytes += chunk.length;
    yield chunk;
  }
}

interface Ended {
  readonly seconds: number;
  /** CPU time of all its threads, in seconds. */
  readonly cpu: number;
  /** Most memory that the process had at any time. */
  readonly megabytes: number;
  /** The same, when a tenth of its input was written. */
  readonly early: number;
  readonly output: string;
}

/** Runs Node to its end. */
async function node(args: readonly string[], input: Iterable<Buffer> = []): Promise<Ended> {
  const start = performance.now();
  const cpuBefore = await childrenCpu();
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  let problem = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    problem += chunk;
  });
  let peak = 0;
  const look = async () => {
    peak = Math.max(peak, await peakOf(child.pid as number));
    return peak;
  };
  const watch = setInterval(look, 50);
  const code = new Promise<number | null>((resolve) => child.on("close", resolve));
  let early = 0;
  await pipeline(
    Readable.from(
      watched(input, async () => {
        early = await look();
      }),
    ),
    child.stdin,
  );
  const ended = await code;
  clearInterval(watch);
  if (ended !== 0) throw new Error(`${args.slice(0, 2).join(" ")} ended with ${ended}: ${problem}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, cpu: (await childrenCpu()) - cpuBefore, megabytes: peak, early, output };
}

async function* watched(input: Iterable<Buffer>, onTenth: () => Promise<void>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for (const chunk of input) {
    const wasEarly = bytes < streamed / 10;
    bytes += chunk.length;
    if (wasEarly && bytes >= streamed / 10) await onTenth();
    yield chunk;
  }
}

/** The high-water mark of resident memory, in MB; 0 once the process is gone. Linux only. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Clock ticks of a second in `/proc`, on every Linux that Node runs on. */
const TICKS = 100;

/** CPU time of all child processes that have ended, in seconds: `cutime` and `cstime` of proc(5). 0 elsewhere. */
async function childrenCpu(): Promise<number> {
  const status = await readFile("/proc/self/stat", "utf8").catch(() => "");
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICKS;
}

function cpuRow(name: string, runs: readonly Ended[]): Row {
  const note = runs.map(({ cpu }) => `${cpu.toFixed(2)} s`).join(", ");
  return { name, value: median(runs.map(({ cpu }) => cpu)), unit: "s", limit: null, note };
}

function seconds(runs: readonly Ended[]): number {
  return median(runs.map((run) => run.seconds));
}

function speed(name: string, runs: readonly Ended[]): Row {
  const times = runs.map((run) => `${run.seconds.toFixed(2)} s`).join(", ");
  return { name, value: exchanges / seconds(runs), unit: "exchanges/s", limit: null, note: times };
}

function memoryRow(name: string, runs: readonly Ended[], limit: number | null): Row {
  return { name, value: Math.max(...runs.map((run) => run.megabytes)), unit: "MB", limit };
}

/** A tool that did not check everything is not fast. */
function requireChecked(count: number, wanted = exchanges): void {
  if (count !== wanted) throw new Error(`${count} of ${wanted} exchanges were checked`);
}

// biome-ignore lint/suspicious/noExplicitAny: reports of two tools
async function json(file: string): Promise<any> {
  return JSON.parse(await readFile(file, "utf8"));
}
