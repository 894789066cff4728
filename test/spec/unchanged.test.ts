import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Outcome } from "../../scripts/lint/outcome.js";
import { unlessClean } from "../../scripts/lint/unchanged.js";

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "lint-cache-"));
});
afterEach(() => rm(cache, { recursive: true }));

/** Checks the same name with each key in turn. Returns how many checks ran. */
async function runs(outcome: Outcome, keys: readonly string[]): Promise<number> {
  let count = 0;
  for (const key of keys) {
    const given = await unlessClean("spec", key, cache, async () => {
      count += 1;
      return outcome;
    });
    expect(given).toEqual(outcome);
  }
  return count;
}

it("a check that was clean runs again only for other content", async () => {
  expect(await runs({ kind: "clean" }, ["a", "a", "b", "b", "a"])).toBe(3);
});

it.each<Outcome>([
  { kind: "findings", lines: ["spec/openapi.yaml:1 x"] },
  { kind: "could-not-run", reason: "no file" },
  { kind: "skipped", reason: "no file" },
])("a check that is $kind runs each time", async (outcome) => {
  expect(await runs(outcome, ["a", "a"])).toBe(2);
});

it("a check with findings is not clean for what was clean before", async () => {
  await runs({ kind: "clean" }, ["a"]);
  expect(await runs({ kind: "findings", lines: ["x"] }, ["b", "b"])).toBe(2);
});
