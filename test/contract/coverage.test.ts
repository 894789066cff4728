import { expect, it } from "vitest";
import { Coverage } from "./coverage.js";

it("separates what a request caused, what was asked for, what failed and what nothing tried", () => {
  const coverage = new Coverage({ listThings: ["200", "401"], createThing: ["201", "401"] });
  coverage.mark("listThings", "200", "caused");
  coverage.mark("listThings", "401", "asked");
  coverage.mark("createThing", "201", "failed");

  expect(coverage.cells("not exercised")).toEqual(["createThing 401"]);
  expect(coverage.table()).toBe(
    [
      "             200    201    401",
      "listThings   ok            asked",
      "createThing         FAIL   -",
      "ok: caused by a request   asked: asked for with Prefer   FAIL: failed   -: not exercised",
    ].join("\n"),
  );
});
