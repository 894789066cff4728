import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, expect, test } from "vitest";
import { merge, reporters } from "../src/index.js";
import { Sandbox } from "./sandbox.js";
import { block, essence, shards, traffic, unreadable, writeShards } from "./scale-page.js";

let sandbox: Sandbox;
let whole: string;
beforeAll(async () => {
  sandbox = await Sandbox.open();
  whole = await writeShards(sandbox);
  for (const folder of ["reports", "parts"]) await mkdir(join(sandbox.folder, folder));
});
afterAll(() => sandbox.close());

test("shards are checked and merged as the page says", async () => {
  const { code, out } = await sandbox.bash(`set +e\n${block("sh", "shards/0.ndjson --shard")}`);
  expect([code, out]).toEqual([1, expect.any(String)]);
  expect(await readFile(join(sandbox.folder, "report.html"), "utf8")).toContain(
    "The API breaks its contract",
  );
});

test("the function merges in any grouping, as the command does", async () => {
  const reports = await Promise.all(
    shards.map(async (_, index) => {
      const file = join(sandbox.folder, `shards/${index}.ndjson`);
      const { out } = await qa(["check", file, "--fail-on", "never", "--report", "json"]);
      return JSON.parse(out);
    }),
  );
  const combined = merge([reports[3], merge([merge([reports[1], reports[0]]), reports[2]])]);
  expect(reporters.json(combined)).toBe(whole);
});

test("an unreadable line is found again by its fingerprint", async () => {
  const file = await sandbox.file("broken/shards/0.ndjson", `${shards[0]?.join("\n")}\n${unreadable}\n`);
  const checked = await qa(["check", file, "--fail-on", "never", "--report", "json"]);
  expect(checked.code).toBe(3);
  const find = block("sh", "sha256sum");
  expect(find).toContain(JSON.parse(checked.out).broken[0].fingerprint);
  expect((await sandbox.bash(`set +e\ncd broken\n${find}`)).out).toBe(`${unreadable}\n`);
});

test("an endless stream is reported in parts, and as a whole so far", async () => {
  await sandbox.command("some-stream", "cat whole.ndjson");
  const lines = block("sh", "some-stream").replace("10000", "40").trimEnd().split("\n");
  for (const line of lines) expect((await sandbox.bash(line)).code).toBe(1);
  const folder = join(sandbox.folder, "parts");
  const parts = (await readdir(folder)).map((name) => join(folder, name));
  expect(parts.length).toBeGreaterThan(1);
  const { out } = await qa(["merge", ...parts, "--fail-on", "never", "--report", "json"]);
  expect(out).toBe(whole);
  expect(existsSync(join(sandbox.folder, "so-far.html"))).toBe(true);
  await sandbox.bash("rm parts/*");
});

test("an exchange that is delivered again changes no finding, no coverage and no verdict", async () => {
  const twice = [...traffic, ...traffic.slice(0, 60), ...traffic.slice(-9)].join("\n");
  const { code, out } = await qa(["check", "-", "--report", "json"], twice);
  expect(code).toBe(1);
  expect(essence(JSON.parse(out))).toEqual(essence(JSON.parse(whole)));
  const clean = `${toNdjson(cleanTraffic)}${toNdjson(cleanTraffic)}`;
  expect((await qa(["check", "-", "--fail-on", "info"], clean)).code).toBe(0);
});
