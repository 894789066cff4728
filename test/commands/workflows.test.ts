import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(new URL(name, folder), "utf8")] as const,
);

test.each(workflows)("%s pins each action by commit, with its version beside it", (_name, text) => {
  const uses = text.split("\n").filter((line) => line.includes("uses:"));
  const pinned = /uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
  expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
});

test.each(workflows)("%s may only read, unless a job asks for more", (_name, text) => {
  expect([{}, { contents: "read" }]).toContainEqual(parse(text).permissions);
});

test("ci.yml runs the two commands of the README on each supported Node version, for pushes and pull requests", () => {
  const [, text = ""] = workflows.find(([name]) => name === "ci.yml") ?? [];
  const { on, jobs } = parse(text);
  expect(Object.keys(on)).toEqual(["push", "pull_request"]);
  expect(jobs.test.strategy.matrix.node).toEqual([20, 22, 24]);
  const runs = jobs.test.steps.flatMap((step: { run?: string }) => step.run ?? []);
  expect(runs).toEqual(["npm ci", "npm test"]);
});

test("pages.yml publishes only after a green run of ci.yml", () => {
  const [, text = ""] = workflows.find(([name]) => name === "pages.yml") ?? [];
  const { on, jobs } = parse(text);
  expect(Object.keys(on)).toEqual(["workflow_run"]);
  expect(on.workflow_run.workflows).toEqual(["ci"]);
  expect(jobs.publish.if).toContain("workflow_run.conclusion == 'success'");
});

test("weekly.yml checks every page of the docs in every appearance each week and on request", () => {
  const [, text = ""] = workflows.find(([name]) => name === "weekly.yml") ?? [];
  const { on, jobs } = parse(text);
  expect([Object.keys(on), on.schedule.length]).toEqual([["schedule", "workflow_dispatch"], 1]);
  const run = expect.stringContaining(
    "vitest run test/docs/site-in-chromium.test.ts test/browser/reference.test.ts",
  );
  expect(jobs.accessibility).toMatchObject({
    env: { DOCS_AXE: "full" },
    steps: expect.arrayContaining([expect.objectContaining({ run })]),
  });
});
