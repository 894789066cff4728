import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { testFiles } from "../../scripts/test/kinds.js";
import { type FileResult, progressLine, runReport } from "../../scripts/test/run-report.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = (name: string, seconds: number, failed: readonly string[] = []): FileResult => ({
  file: name,
  seconds,
  tests: 2,
  failures: failed.map((each) => ({ name: each, details: "AssertionError: expected 1 to be 2\nat line 3" })),
});

test("a progress line says which file of how many, when in the run, and how long it took", () => {
  expect(progressLine(file("a.test.ts", 1.23), 3, 119, 41)).toBe(
    "[  3/119]   41 s  ok   a.test.ts (2 tests, 1.2 s)",
  );
  expect(progressLine(file("a.test.ts", 1.23, ["b"]), 119, 119, 200)).toMatch(
    /^\[119\/119\] {2}200 s {2}FAIL a/,
  );
});

test("the report has details of the failures, the ten slowest files, the sum, and the failures by name last", () => {
  const results = Array.from({ length: 12 }, (_, index) => file(`${index}.test.ts`, index));
  const lines = runReport([...results, file("bad.test.ts", 0.5, ["adds > 1 and 1", ""])], ["boom\n"]).split(
    "\n",
  );
  expect(lines.slice(0, 3)).toEqual([
    "FAIL bad.test.ts > adds > 1 and 1",
    "  AssertionError: expected 1 to be 2",
    "  at line 3",
  ]);
  const at = lines.indexOf("the slowest of 13 files:");
  expect(lines.slice(at + 1, at + 11)).toEqual(
    Array.from(
      { length: 10 },
      (_, index) => `${(11 - index).toFixed(1).padStart(7)} s  ${11 - index}.test.ts`,
    ),
  );
  expect(lines.slice(at + 11)).toEqual([
    "sum over all files 67 s",
    "failed: bad.test.ts > adds > 1 and 1",
    "failed: bad.test.ts",
    "failed: an error outside of any test",
  ]);
});

test("a test file is quick if nothing that it imports starts a process, a build or a browser, and no long table", () => {
  const { quick, whole } = testFiles(root, ["packages", "test"]);
  expect(quick).toContain(join("test", "commands", "count.test.ts"));
  for (const name of [
    "browser/reference",
    "commands/usage",
    "docs/site",
    "rules/rules",
    "conformance/matching",
  ])
    expect(whole).toContain(join("test", `${name}.test.ts`));
  expect(quick.filter((name) => whole.includes(name))).toEqual([]);
});
