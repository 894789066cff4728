import type { Exchange } from "@ittybit/contract";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { faults } from "../test/conformance/qa/faults.js";
import { seeded } from "../test/conformance/qa/seeded.js";
import type { Row } from "./bench.js";
import { drift } from "./qa-drift.js";
import { prismProxy } from "./qa-prism.js";

export const title = "qa: seeded faults that are missed, and false alarms on clean traffic";

/** Returns for each exchange, in order, whether the tool reports anything about it. */
export type FaultDetector = (exchanges: readonly Exchange[]) => Promise<readonly boolean[]>;

const detectors: Readonly<Record<string, FaultDetector>> = {
  "ittybit-qa check": ours,
  "redocly drift": drift,
  "prism proxy": prismProxy,
};

/** Every tool gets the same exchanges, and any finding on an exchange counts, whatever it says. */
export async function* run(): AsyncGenerator<Row> {
  const seededTraffic = faults.map(seeded);
  for (const [name, detector] of Object.entries(detectors)) {
    const limit = detector === ours ? 0 : null;
    const missed = (await detector(seededTraffic)).flatMap((found, index) =>
      found ? [] : [faults[index]?.title],
    );
    const alarms = (await detector(cleanTraffic)).filter((found) => found).length;
    const examples = missed.length === 0 ? {} : { note: missed.join("; ") };
    yield {
      name: `${name}: missed of ${faults.length}`,
      value: missed.length,
      unit: "faults",
      limit,
      ...examples,
    };
    yield { name: `${name}: false alarms of ${cleanTraffic.length}`, value: alarms, unit: "alarms", limit };
  }
}

async function ours(exchanges: readonly Exchange[]): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const exchange of exchanges) {
    const { out } = await qa(["check", "-", "--report", "json"], toNdjson([exchange]));
    found.push(JSON.parse(out).findings.length > 0);
  }
  return found;
}
