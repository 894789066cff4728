import { describe, expect, test } from "vitest";
import { documentCases } from "./document-cases.js";
import type { GrowthCase } from "./growth-case.js";
import { messageCases } from "./message-cases.js";
import { redactionCases } from "./redaction-cases.js";

/** Times as large as the size of a case. What grows with the square of the input takes 64 times as long. */
const GROWTH = 8;

/** Seconds of CPU time: far above what any linear case takes, far below what a square does. */
const MAX_SECONDS = 5;

async function seconds({ prepare, size }: GrowthCase): Promise<number> {
  const run = prepare(size * GROWTH);
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("the cost of a message grows with its", () => {
  test.each(messageCases)("$dimension", async (growthCase) => {
    expect(await seconds(growthCase)).toBeLessThan(MAX_SECONDS);
  });
});

describe("the cost of a document grows with its", () => {
  test.each(documentCases)("$dimension", async (growthCase) => {
    expect(await seconds(growthCase)).toBeLessThan(MAX_SECONDS);
  });
});

describe("the cost of a redaction grows with its", () => {
  test.each(redactionCases)("$dimension", async (growthCase) => {
    expect(await seconds(growthCase)).toBeLessThan(MAX_SECONDS);
  });
});
