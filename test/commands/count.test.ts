import { describe, expect, it } from "vitest";
import { addCounts, closingLine, countTests, skippedByFile } from "../../scripts/test/count.js";

const report = {
  success: true,
  numPassedTests: 2,
  numFailedTests: 0,
  testResults: [{ name: "/a.test.ts", assertionResults: [{ status: "passed" }, { status: "pending" }] }],
};

describe("the closing line of npm test", () => {
  it.each([
    ["tests that passed and were skipped", report, 0, "2 passed, 0 failed, 1 skipped"],
    ["a failed test", { ...report, success: false, numFailedTests: 3 }, 1, "2 passed, 3 failed, 1 skipped"],
    ["a file that could not be loaded", { ...report, success: false }, 1, "2 passed, 1 failed, 1 skipped"],
    ["an error after the last test", report, 1, "2 passed, 1 failed, 1 skipped"],
    ["a run without a report", null, 1, "0 passed, 1 failed, 0 skipped"],
    ["a run that a signal ended", null, null, "0 passed, 1 failed, 0 skipped"],
  ])("%s", (_what, given, code, line) => {
    expect(closingLine(countTests(given, code))).toBe(line);
  });

  it("adds the other checks", () => {
    const check = { passed: 1, failed: 0, skipped: 0 };
    expect(closingLine(addCounts([check, countTests(report, 0)]))).toBe("3 passed, 0 failed, 1 skipped");
  });

  it("is preceded by the files with skipped tests", () => {
    expect(skippedByFile(report)).toEqual([["/a.test.ts", 1]]);
  });
});
