import { documentCases } from "../test/growth/document-cases.js";
import type { GrowthCase } from "../test/growth/growth-case.js";
import { messageCases } from "../test/growth/message-cases.js";
import { redactionCases } from "../test/growth/redaction-cases.js";
import type { Row } from "./bench.js";

export const title = "growth: CPU time when an input doubles, worst ratio first";

/** Doubling an input may multiply its time by this. */
const MAX_RATIO = 2.5;

const DOUBLINGS = [1, 2, 4, 8];
const RUNS = 5;

/** A time below this is noise: its ratio says nothing. */
const MIN_MILLISECONDS = 20;

export async function* run(): AsyncGenerator<Row> {
  const rows: Row[] = [];
  for (const growthCase of [...messageCases, ...documentCases, ...redactionCases])
    rows.push(await measure(growthCase));
  yield* rows.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

/** The ratio of the last doubling that is above the noise: what is not linear shows there first. */
async function measure(growthCase: GrowthCase): Promise<Row> {
  const times: number[] = [];
  for (const doubling of DOUBLINGS) times.push(await fastest(growthCase, growthCase.size * doubling));
  const ratios = times.slice(1).map((time, index) => {
    const before = Math.max(times[index] ?? 0, MIN_MILLISECONDS);
    return Math.max(time, MIN_MILLISECONDS) / before;
  });
  const note = `${growthCase.size}: ${times.map((time) => time.toFixed(1)).join(", ")} ms`;
  return { name: growthCase.dimension, value: ratios.at(-1) ?? 1, unit: "x", limit: MAX_RATIO, note };
}

async function fastest({ prepare }: GrowthCase, size: number): Promise<number> {
  const run = prepare(size);
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < RUNS; index++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
