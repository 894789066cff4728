import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toLine } from "@ittybit/test-support/traffic/traffic";
import { expect, test } from "vitest";

const lines = [...cleanTraffic, ...faultyTraffic].map((exchange, index) =>
  toLine(exchange, `exchange-${index}`),
);

async function report(input: readonly string[], args: readonly string[] = []) {
  const { out } = await qa(["check", "-", "--report", "json", ...args], input.join("\n"));
  return JSON.parse(out);
}

test("what a queue delivers twice is counted, and changes nothing else", async () => {
  const whole = await report(lines);
  const again = await report([...lines, ...lines.slice(3, 8), lines[3] as string], ["--once"]);
  expect(again).toEqual({
    ...whole,
    exchanges: { ...whole.exchanges, read: lines.length + 6, duplicates: 6 },
  });
});

test("without --once each delivery counts", async () => {
  const { exchanges } = await report([...lines, ...lines]);
  expect(exchanges).toMatchObject({ checked: 2 * lines.length, duplicates: 0 });
});

test("an exchange without a name, or with another content, is no duplicate", async () => {
  const [first, second] = cleanTraffic;
  const unnamed = toLine(first as (typeof cleanTraffic)[0]);
  const sameName = [first, second].map((exchange) => toLine(exchange as (typeof cleanTraffic)[0], "one"));
  const { exchanges } = await report([unnamed, unnamed, ...sameName], ["--once"]);
  expect(exchanges).toMatchObject({ checked: 4, duplicates: 0 });
});

test("the parts of a stream add up, duplicates included", async () => {
  const folder = await mkdtemp(join(tmpdir(), "qa-once-"));
  const parts = ["--every", "4", "--report", `json=${join(folder, "part-{n}.json")}`];
  const { out } = await qa(
    ["check", "-", "--once", "--report", "pretty", ...parts],
    [...lines, ...lines].join("\n"),
  );
  await rm(folder, { recursive: true });
  expect(out).toContain(`${lines.length} delivered again`);
});
