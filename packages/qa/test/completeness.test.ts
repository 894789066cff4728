import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";
import { afterAll, describe, expect, test } from "vitest";
import type { Report } from "../src/report/report.js";

const folder = mkdtempSync(join(tmpdir(), "qa-completeness-"));
afterAll(() => rmSync(folder, { recursive: true }));

const exchanges = cleanTraffic.slice(0, 12).map((exchange, index) => toLine(exchange, `exchange-${index}`));
/** What cannot be read stands in it twice, and once more in another way. */
const traffic = [...exchanges.slice(0, 4), "{oops", ...exchanges.slice(4), '{"request":{}}', "{oops"];
const readable = exchanges.join("\n");

/** As `kcat -f '%t %p %o %s\n'` prints them, spread over two partitions. */
const messages = traffic.map((line, index) => `traffic ${index % 2} ${Math.floor(index / 2)} ${line}`);

let files = 0;
async function part(lines: readonly string[], ...options: string[]): Promise<string> {
  const args = ["check", "-", "--report", "json", "--jobs", "1", ...options];
  const { out } = await qa(args, lines.join("\n"));
  const file = join(folder, `${files++}.json`);
  writeFileSync(file, out);
  return file;
}

async function merge(...args: string[]): Promise<{ code: number; err: string; out: string; report: Report }> {
  const ran = await qa(["merge", ...args, "--report", "json"]);
  return { ...ran, report: ran.out === "" ? null : JSON.parse(ran.out) };
}

describe("unreadable input", () => {
  test("has an exit code of its own, unless there are findings or the run was incomplete", async () => {
    expect((await qa(["check", "-"], traffic.join("\n"))).code).toBe(3);
    expect((await qa(["check", "-"], "{oops\n")).code).toBe(2);
    expect((await qa(["check", "-", "--exchanges", "1"], "{oops\n")).code).toBe(3);
    expect((await qa(["check", "-", "--exchanges", "3"], traffic.join("\n"))).code).toBe(2);
    expect((await qa(["check", "-", "--min-coverage", "operations=100"], traffic.join("\n"))).code).toBe(1);
    expect((await merge(await part(traffic))).code).toBe(3);
  });

  test.each([
    ["ndjson", traffic],
    ["kafka", messages],
  ] as const)("is named in the merge of %s as in a single run, byte for byte", async (format, lines) => {
    const whole = await qa(["check", "-", "--report", "json", "--format", format], lines.join("\n"));
    const [even, odd] = [0, 1].map((shard) => lines.filter((_, index) => index % 2 === shard));
    const parts = [await part(odd ?? [], "--format", format), await part(even ?? [], "--format", format)];
    const merged = await merge(...parts);
    expect([merged.out, merged.err]).toEqual([whole.out, ""]);
    expect(merged.report.exchanges).toMatchObject({ read: traffic.length, broken: 3 });
    expect(merged.report.broken).toHaveLength(format === "kafka" ? 3 : 2);
  });

  test("is named by its place where people look for it", async () => {
    const { out } = await qa(["check", "-", "--format", "kafka"], messages.join("\n"));
    expect(out).toContain("  traffic, partition 0, offset 2: message is not JSON (character 1)\n");
    const without = await qa(["check", "-", "--format", "kafka"], readable);
    expect(without.out).toContain(": message does not begin with topic, partition and offset\n");
  });
});

describe("offsets", () => {
  const offsets = (...range: number[]) =>
    messages.filter((_, index) => index % 2 === 0).filter((_, offset) => range.includes(offset));

  test("are listed in reports, and what is missing between them makes the merge incomplete", async () => {
    const [first, last] = [
      await part(offsets(0, 1), "--format", "kafka"),
      await part(offsets(5, 6), "--format", "kafka"),
    ];
    const { code, err, report } = await merge(first, last);
    expect([code, err]).toEqual([2, "ittybit-qa: traffic, partition 0, offsets 2 to 4, are missing.\n"]);
    expect(report.origin).toEqual({
      ranges: [
        { topic: "traffic", partition: 0, from: 0, to: 1, read: 2 },
        { topic: "traffic", partition: 0, from: 5, to: 6, read: 2 },
      ],
    });
  });

  test("that come again are counted, and make no difference", async () => {
    const parts = [
      await part(offsets(0, 1), "--format", "kafka"),
      await part(offsets(1, 3), "--format", "kafka"),
      await part([...offsets(2), ...offsets(2)], "--format", "kafka", "--once"),
    ];
    const { err, report } = await merge(...parts);
    expect(err).toBe("ittybit-qa: 2 messages were read more than once.\n");
    expect(report.origin?.ranges).toEqual([{ topic: "traffic", partition: 0, from: 0, to: 3, read: 6 }]);
    expect(report.exchanges).toMatchObject({ read: 6, duplicates: 1 });
  });
});

describe("shards", () => {
  const shard = (name: string, ...more: string[]) => part(exchanges, "--shard", name, ...more);

  test("that are all there give the report of the whole, without their names", async () => {
    const { code, report } = await merge(await shard("1"), await shard("0"), "--expect", "2");
    expect([code, report.origin]).toEqual([0, undefined]);
  });

  test.each([
    [["0", "3"], 2, "ittybit-qa: The reports cover 2 of 4 shards. Missing: 1, 2.\n"],
    [
      ["0", "1", "1", "3"],
      2,
      "ittybit-qa: The reports cover 3 of 4 shards. Missing: 2.\nittybit-qa: Shard 1 counts 2 times.\n",
    ],
    [["a", "b", "c"], 2, "ittybit-qa: The reports cover 3 of 4 shards.\n"],
    [["0", "1", "2", "3", "3"], 0, "ittybit-qa: Shard 3 counts 2 times.\n"],
  ])("%j of 4 end in %i", async (names, code, err) => {
    const reports = await Promise.all(names.map((name) => shard(name)));
    expect(await merge(...reports, "--expect", "4")).toMatchObject({ code, err });
  });

  test("without names are counted by their reports", async () => {
    expect((await merge(await part(exchanges), "--expect", "2")).err).toContain("cover 1 of 2 shards.");
  });

  test("of another run, or of none, are refused", async () => {
    const [ours, theirs, none] = [
      await shard("0", "--run", "tuesday"),
      await shard("1", "--run", "monday"),
      await shard("1"),
    ];
    expect((await merge(ours, theirs)).err).toContain("belong to different runs: tuesday and monday.");
    expect((await merge(ours, none)).err).toContain("belong to different runs: tuesday and none.");
    expect((await merge(theirs, "--run", "tuesday")).err).toContain("belong to the run monday, not tuesday.");
    expect((await merge(ours, "--run", "tuesday")).report.origin?.run).toBe("tuesday");
  });
});

test.each([
  [exchanges, "12", 0, ""],
  [exchanges, "13", 2, "The input has 12 exchanges, not 13."],
  [[], "0", 0, ""],
  [[], "1", 2, "The input has 0 exchanges, not 1."],
])("the number of exchanges is compared with --exchanges", async (lines, count, code, problem) => {
  const ran = await qa(["check", "-", "--exchanges", count], lines.join("\n"));
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(problem)]);
});

test.each([
  [["--shard", "0", "--every", "5", "--report", "json=part-{n}.json"], "--shard names one report"],
  [["--shard", "a b"], "--shard a b is not a name"],
  [["--exchanges", "many"], "--exchanges many is not a number, 0 or more."],
])("refuses %j", async (options, problem) => {
  const { code, err } = await qa(["check", "-", ...options]);
  expect([code, err]).toEqual([2, expect.stringContaining(problem)]);
});
