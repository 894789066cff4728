import { readFile } from "node:fs/promises";
import { qa } from "@ittybit/test-support/commands/qa";
import { openTestFolder, type TestFolder } from "@ittybit/test-support/sandboxes/test-folder";
import { altered } from "@ittybit/test-support/traffic/faulty-traffic";
import { toNdjson } from "@ittybit/test-support/traffic/traffic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: TestFolder;
beforeAll(async () => {
  folder = await openTestFolder();
});
afterAll(() => folder.remove());

/** A response of getMedia without `kind`. */
const faulty = altered("/media/med_123", (body) => delete body.data.kind);

describe("check", () => {
  test("fails from the severity it is told", async () => {
    const drift = toNdjson([altered("/media/med_123", (body) => Object.assign(body.data, { brand: "new" }))]);
    const codes = ["error", "warning", "info", "never"].map(
      async (severity) => (await qa(["check", "-", "--fail-on", severity], drift)).code,
    );
    expect(await Promise.all(codes)).toEqual([0, 1, 1, 0]);
  });

  test("fails only on what the baseline does not hold", async () => {
    const drift = altered("/media/med_123", (body) => delete body.data.id);
    const baseline = folder.at("baseline.json");
    const first = await qa(["check", "-", "--report", `json=${baseline}`], toNdjson([faulty]));
    const same = await qa(["check", "-", "--baseline", baseline], toNdjson([faulty]));
    const more = await qa(["check", "-", "--baseline", baseline], toNdjson([faulty, drift]));
    expect([first.code, same.code, more.code]).toEqual([1, 0, 1]);
  });

  test("tells new findings from those of the baseline in the forms for CI", async () => {
    const other = altered("/media/med_123", (body) => delete body.data.id);
    const { at } = folder;
    const ci = ["junit", "sarif", "github"].flatMap((form) => ["--report", `${form}=${at(`ci.${form}`)}`]);
    await qa(["check", "-", "--report", `json=${at("known.json")}`], toNdjson([faulty]));
    await qa(["check", "-", "--baseline", at("known.json"), ...ci], toNdjson([faulty, other]));
    const [junit, sarif, github] = await Promise.all(
      ["junit", "sarif", "github"].map((form) => readFile(at(`ci.${form}`), "utf8")),
    );
    expect(junit).toMatch(/^<testsuites name="ittybit-qa" tests="\d+" failures="1" errors="0">$/m);
    expect(junit?.split('<skipped message="in the baseline"/>')).toHaveLength(2);
    const states = JSON.parse(sarif ?? "").runs[0].results.map(
      (one: { baselineState: string }) => one.baselineState,
    );
    expect(states.sort()).toEqual(["new", "unchanged"]);
    expect(github?.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    ["until its day", "2026-01-05", "info", 0],
    ["not after it", "2026-01-04", "warning", 1],
  ])("accepts drift that is allowed %s", async (_, until, severity, code) => {
    const drift = altered("/media/med_123", (body) => Object.assign(body.data, { brand: "new" }));
    const allow = await folder.file(
      "drift.yaml",
      `- name: brand\n  reason: announced\n  until: "${until}"\n`,
    );
    const args = ["check", "-", "--allow", allow, "--fail-on", "warning", "--report", "json"];
    const ran = await qa(args, toNdjson([drift]));
    expect([ran.code, JSON.parse(ran.out).findings[0].severity]).toEqual([code, severity]);
  });

  test.each([
    ["- reason: why", "until is missing"],
    ['- until: "2026-01-01"', "reason is missing"],
    ["- reason: why\n  until: soon", "until is not a date"],
    ["- reasn: why", "reasn is not one of"],
    ["reason: why", "is not a list"],
    ["[", "is not YAML"],
  ])("refuses the list of allowed drift %j", async (text, problem) => {
    const { code, err } = await qa(["check", "-", "--allow", await folder.file("wrong.yaml", text)]);
    expect([code, err.split("\n").length]).toEqual([2, 2]);
    expect(err).toContain(problem);
  });

  test("makes a broken inferred fact an error where it is strict", async () => {
    const inferred = toNdjson([altered("/media/med_123", (body) => Object.assign(body.data, { title: 7 }))]);
    const [mild, strict] = await Promise.all([
      qa(["check", "-"], inferred),
      qa(["check", "-", "--strict"], inferred),
    ]);
    expect([mild.code, strict.code]).toEqual([0, 1]);
    expect(mild.out).toContain("inferred: The reference mentions no title");
  });
});
