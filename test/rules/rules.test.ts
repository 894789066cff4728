import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Patch, patched } from "./patch.js";
import { lintWithSpectral, type Problem } from "./spectral.js";

type BrokenCase = Patch & { rule: string; name: string; at?: string[] };

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const valid: unknown = parse(read("./fixtures/valid.yaml"));
const brokenCases: BrokenCase[] = parse(read("./fixtures/broken.yaml"));
const rulesetText = read("../../.spectral.yaml");
const ruleset: { rules: Record<string, "error" | "off" | { severity: string }> } = parse(rulesetText);
const ours = Object.keys(ruleset.rules).filter((rule) => rule.startsWith("ittybit-"));

let problems: Map<string, Problem[]>;

beforeAll(() => {
  const broken = brokenCases.map((brokenCase, index) => [String(index), patched(valid, brokenCase)] as const);
  problems = lintWithSpectral({ valid, ...Object.fromEntries(broken) });
});

test("the valid document has no problem of any severity", () => {
  expect(problems.get("valid")).toEqual([]);
});

describe("a broken document", () => {
  test.each(brokenCases.map((brokenCase, index) => ({ ...brokenCase, index })))(
    "$rule: $name",
    ({ index, rule, at }) => {
      const found = problems.get(String(index)) ?? [];
      expect([...new Set(found.map(({ code }) => code))]).toEqual([rule]);
      if (at === undefined) return;
      expect([...new Set(found.filter(({ code }) => code === rule).map(({ path }) => path))]).toEqual(at);
    },
  );
});

test.each(ours)("%s has a fixture that breaks it", (rule) => {
  expect(brokenCases.map((brokenCase) => brokenCase.rule)).toContain(rule);
});

describe(".spectral.yaml", () => {
  test("a rule is an error or off", () => {
    const levels = Object.values(ruleset.rules).map((rule) =>
      typeof rule === "string" ? rule : rule.severity,
    );
    expect([...new Set(levels)].sort()).toEqual(["error", "off"]);
  });

  test("a rule that is off has its reason above it", () => {
    const lines = rulesetText.split("\n").map((line) => line.trim());
    const unexplained = lines.filter((line, index) => {
      const above = lines.slice(0, index).findLast((other) => !other.endsWith(": off")) ?? "";
      return line.endsWith(": off") && !above.startsWith("#");
    });
    expect(unexplained).toEqual([]);
  });
});
