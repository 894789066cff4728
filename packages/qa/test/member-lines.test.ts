import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { expect, onTestFinished, test } from "vitest";

/** Listing the names of the object for each finding takes 18 s of CPU here. */
const CPU_LIMIT_MS = 9_000;

test("an object with 100,000 undocumented properties is reported in time that grows with its width", async () => {
  const folder = await mkdtemp(join(tmpdir(), "qa-wide-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const data = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`p${at}`, at]));
  const file = join(folder, "wide.ndjson");
  const request = { method: "GET", url: "https://api.ittybit.com/media/a", headers: [], body: null };
  const headers = [["Content-Type", "application/json"]];
  const response = { status: 200, headers, body: JSON.stringify({ data }) };
  await writeFile(file, JSON.stringify({ request, response }));

  const start = process.cpuUsage();
  const { out } = await qa(["check", file]);
  const { user, system } = process.cpuUsage(start);

  expect(out).toContain("1 exchange checked");
  expect((user + system) / 1_000).toBeLessThan(CPU_LIMIT_MS);
});
