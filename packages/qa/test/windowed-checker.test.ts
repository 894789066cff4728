import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine, toNdjson } from "@ittybit/test-support/traffic/traffic";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtScripts } from "../../../scripts/cache/shared-builds.js";
import { run } from "../src/cli/run.js";
import type { Report } from "../src/report/report.js";
import { QaProcess } from "./process.js";

let root: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "qa-parts-"));
});
afterAll(() => rm(root, { recursive: true }));

/** A folder of its own. */
async function newFolder(): Promise<string> {
  const folder = join(root, String(count++));
  await mkdir(folder);
  return folder;
}

const lines = [...cleanTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, `exchange-${index}`),
);
const read = async (file: string): Promise<Report> => JSON.parse(await readFile(file, "utf8"));

test("parts of a stream merge to its whole, byte for byte", async () => {
  const anyLine = fc.constantFrom(...lines, "{oops", '{"request":{}}');
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLine, { minLength: 1, maxLength: 30 }),
      fc.nat({ max: 9 }),
      async (some, size) => {
        const folder = await newFolder();
        const stream = some.join("\n");
        const [part, snapshot] = [join(folder, "part-{n}.json"), join(folder, "snapshot.json")];
        const args = ["check", "-", "--every", String(size + 1)];
        await qa([...args, "--report", `json=${part}`, "--report", `json=${snapshot}`], stream);
        const parts = (await readdir(folder)).filter((name) => name.startsWith("part-"));
        expect(parts).toHaveLength(Math.ceil(some.length / (size + 1)));
        const whole = (await qa(["check", "-", "--report", "json"], stream)).out;
        const files = parts.map((name) => join(folder, name));
        expect((await qa(["merge", ...files, "--report", "json"])).out).toBe(whole);
        expect(await readFile(snapshot, "utf8")).toBe(whole);
      },
    ),
    { numRuns: 8 },
  );
});

test("goes on after the number of an earlier run, and leaves what that run wrote", async () => {
  const folder = await newFolder();
  const args = ["check", "-", "--every", "2", "--report", `json=${join(folder, "part-{n}.json")}`];
  await qa(args, toNdjson(cleanTraffic.slice(0, 3)));
  const [first, second] = await Promise.all(
    [1, 2].map((number) => read(join(folder, `part-${number}.json`))),
  );
  expect([first?.exchanges.read, second?.exchanges.read]).toEqual([2, 1]);
  await qa(args, toNdjson(cleanTraffic.slice(0, 2)));
  expect((await readdir(folder)).sort()).toEqual(["part-1.json", "part-2.json", "part-3.json"]);
});

test("keeps a part that cannot be written, and writes it with the next", async () => {
  const folder = join(await newFolder(), "later");
  async function* stdin() {
    yield Buffer.from(toNdjson(cleanTraffic.slice(0, 2)));
    await mkdir(folder);
    yield Buffer.from(toNdjson(cleanTraffic.slice(2, 4)));
  }
  const said: string[] = [];
  const code = await run({
    args: ["check", "-", "--every", "2", "--report", `json=${folder}/part-{n}.json`],
    stdin: stdin(),
    out: async () => true,
    err: (line) => said.push(line),
    screen: null,
    hasColours: false,
    cores: 1,
    signal: new AbortController().signal,
    today: "2026-01-05",
  });
  expect(said).toEqual([
    `ittybit-qa: the report ${folder}/part-{n}.json cannot be written: its folder does not exist.`,
  ]);
  expect([code, (await read(`${folder}/part-1.json`)).exchanges.read]).toEqual([0, 4]);
});

test("fails when a part is in no file at the end", async () => {
  const name = join(root, "nowhere/part-{n}.json");
  const { code, err } = await qa(["check", "-", "--every", "2", "--report", `json=${name}`], lines[0]);
  expect(code).toBe(2);
  expect(err).toContain("its folder does not exist");
});

test("a stream that never ends is reported as time goes by, and Ctrl-C keeps the rest", async () => {
  const folder = await newFolder();
  const bin = join(await builtScripts("qa"), "bin.js");
  const part = join(folder, "part-{n}.json");
  const stream = new QaProcess(bin, ["check", "-", "--every", "0.05s", "--report", `json=${part}`]);
  const checked = async () => {
    const parts = (await readdir(folder)).filter((name) => name.endsWith(".json"));
    const reports = await Promise.all(parts.map((name) => read(join(folder, name))));
    return reports.reduce((sum, { exchanges }) => sum + exchanges.checked, 0);
  };
  // A slow machine needs more than one part for what is written at once.
  stream.child.stdin.write(toNdjson(cleanTraffic.slice(0, 3)));
  await expect.poll(checked).toBe(3);
  stream.child.stdin.write(toNdjson(cleanTraffic.slice(3, 8)));
  await expect.poll(checked).toBe(8);
  for (const signal of ["SIGINT", "SIGTERM"] as const) stream.child.kill(signal);
  expect(await stream.ended()).toBe(2);
  expect(stream.err).toContain("Stopped early");
  expect(await checked()).toBe(8);
  expect((await readdir(folder)).length).toBeGreaterThan(1);
});

test.each([
  [["--every", "10"], "--every writes reports to files: add --report json=part-{n}.json."],
  [["--report", "json=part-{n}.json"], "add --every 10000 or --every 60s."],
  [["--every", "0", "--report", "json=x-{n}"], "--every 0 is not a number of exchanges, 1 or more"],
  [["--every", "soon", "--report", "json=x-{n}"], "--every soon is not a time such as 60s, 5m or 1h."],
])("refuses %j in one line", async (args, problem) => {
  const { code, err } = await qa(["check", "-", ...args]);
  expect([code, err.trimEnd().split("\n").length]).toEqual([2, 1]);
  expect(err).toContain(problem);
});
