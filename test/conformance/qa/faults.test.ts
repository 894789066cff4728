import { readFileSync } from "node:fs";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { cleanTraffic, toNdjson } from "@ittybit/test-support/traffic/traffic";
import { expect, test } from "vitest";
import { faults } from "./faults.js";
import { seeded } from "./seeded.js";

const root = join(import.meta.dirname, "../../..");

test(`there are at least 60 faults, ${faults.length} of them`, () => {
  expect(faults.length).toBeGreaterThanOrEqual(60);
});

test.each(faults.map((fault) => [fault.title, fault] as const))("finds %s", async (_, fault) => {
  const { out } = await qa(["check", "-", "--report", "json"], toNdjson([...cleanTraffic, seeded(fault)]));
  const { findings } = JSON.parse(out);
  const [what, file, text] = fault.found;
  const places = findings.map(({ code, contract }: { code: string; contract: Place }) => [
    code === "schema" ? contract.pointer.slice(contract.pointer.lastIndexOf("/") + 1) : code,
    contract.file,
    lineOf(contract),
  ]);
  expect(places).toContainEqual([what, expect.stringContaining(file), expect.stringContaining(text)]);
});

interface Place {
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
}

function lineOf({ file, line }: Place): string {
  return readFileSync(join(root, file), "utf8").split("\n")[line - 1] ?? "";
}
