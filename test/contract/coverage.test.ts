import { expect, it } from "vitest";
import { Coverage } from "./coverage.js";

it("tells what passed, what failed and what nothing tried", () => {
  const coverage = new Coverage({ listThings: ["200", "401"], createThing: ["201", "401"] });
  coverage.mark("listThings", "200", "passed");
  coverage.mark("createThing", "201", "failed");

  expect(coverage.cells("not exercised")).toEqual(["listThings 401", "createThing 401"]);
  expect(coverage.table()).toBe(
    [
      "             200   201   401",
      "listThings   ok          -",
      "createThing        FAIL  -",
      "ok: passed   FAIL: failed   -: not exercised",
    ].join("\n"),
  );
});
