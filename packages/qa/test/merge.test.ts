import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "qa-merge-"));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = [...cleanTraffic, ...faultyTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, index % 3 === 0 ? `exchange-${index % 7}` : null),
);
const split = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: lines.length, maxLength: lines.length });

async function report(part: readonly string[], name: string): Promise<string> {
  const { out } = await qa(["check", "-", "--report", "json"], part.join("\n"));
  const file = join(folder, `${name}.json`);
  writeFileSync(file, out);
  return file;
}

test("the merge of any parts, in any order, is the report of the whole, byte for byte", async () => {
  const whole = (await qa(["check", "-", "--report", "json"], lines.join("\n"))).out;
  expect(JSON.parse(whole).findings.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(split, async (shards) => {
      const parts = [3, 1, 0, 4, 2].map((shard) => lines.filter((_, index) => shards[index] === shard));
      const files = await Promise.all(parts.map((part, index) => report(part, `part-${index}`)));
      expect((await qa(["merge", ...files, "--report", "json"])).out).toBe(whole);
    }),
    { numRuns: 20 },
  );
});

test("a part that comes twice adds to the counts, but to no finding and no coverage", async () => {
  const file = await report(lines, "twice");
  const [once, twice] = await Promise.all(
    [[file], [file, file]].map(async (files) =>
      JSON.parse((await qa(["merge", ...files, "--report", "json"])).out),
    ),
  );
  const prints = (one: { findings: { fingerprint: string }[] }) =>
    one.findings.map(({ fingerprint }) => fingerprint);
  expect(prints(twice)).toEqual(prints(once));
  expect(twice.coverage).toEqual(once.coverage);
  expect(twice.exchanges.read).toBe(2 * once.exchanges.read);
});

test("the exit code of a merge is that of the whole", async () => {
  const [clean, faulty] = [
    await report(
      cleanTraffic.map((exchange) => toLine(exchange)),
      "clean",
    ),
    await report(
      faultyTraffic.map((exchange) => toLine(exchange)),
      "faulty",
    ),
  ];
  expect((await qa(["merge", clean])).code).toBe(0);
  expect((await qa(["merge", clean, faulty])).code).toBe(1);
  expect((await qa(["merge", clean, faulty, "--baseline", faulty])).code).toBe(0);
  expect((await qa(["merge", clean, "--min-coverage", "operations=100"])).code).toBe(0);
  const short = await qa(["merge", faulty, "--min-coverage", "operations=100"]);
  expect(short.err).toMatch(/Coverage of operations is \d of \d+, \d+ %, below the minimum of 100 %\.\n/);
});

test.each([
  [["merge"], "No report is given"],
  [["merge", "/nowhere.json"], "/nowhere.json cannot be read (ENOENT)"],
  [["merge", join(import.meta.dirname, "merge.test.ts")], "is not JSON"],
  [["merge", join(import.meta.dirname, "../package.json")], "is not a report of ittybit-qa-report/1"],
])("refuses %j", async (args, problem) => {
  const { code, err } = await qa(args);
  expect(code).toBe(2);
  expect(err).toContain(problem);
});
