import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import type { WorkerInfo } from "@playwright/test";
import { expect, onTestFinished, test } from "vitest";
import type { Report } from "../src/report/report.js";
import { WorkerReport } from "../src/testing/playwright/worker-report.js";

const NAME = "phone-dark-shard2-worker3.json";
const worker = {
  project: { name: "phone, dark" },
  workerIndex: 3,
  config: { shard: { current: 2, total: 4 } },
};

async function prepare() {
  const folder = await mkdtemp(join(tmpdir(), "worker-report-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { out } = await qa(["check", "-", "--report", "json"], toNdjson(cleanTraffic));
  return {
    folder,
    report: JSON.parse(out) as Report,
    reports: new WorkerReport(worker as unknown as WorkerInfo),
  };
}

test("the report of a worker stands under its name, whole, and nothing is left beside it", async () => {
  const { folder, report, reports } = await prepare();
  for (const times of [1, 2]) {
    await reports.add(folder, report);
    expect(await readdir(folder)).toEqual([NAME]);
    const written = JSON.parse(await readFile(join(folder, NAME), "utf8")) as Report;
    expect(written.exchanges.checked).toBe(times * report.exchanges.checked);
  }
});

test("a report that cannot be put in its place fails the test that adds it", async () => {
  const { folder, report, reports } = await prepare();
  await mkdir(join(folder, NAME));
  await expect(reports.add(folder, report)).rejects.toThrow(/rename/);
});
