import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { renderPage } from "../../scripts/consumers/page.js";
import { RECIPES } from "../../scripts/consumers/recipes.js";
import { readResults, surprisesIn } from "../../scripts/consumers/results.js";
import { FORMS, JOURNEY, type Tool } from "../../scripts/consumers/tool.js";
import { TOOLS } from "../../scripts/consumers/tools.js";

const file = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const results = await readResults(file("evidence/consumers.json"));

describe("the guide on generators", () => {
  test("shows the results that are kept, and nothing else", async () => {
    const page = await readFile(file("guides/generators.md"), "utf8");
    expect(renderPage(page, TOOLS, results)).toBe(page);
  });

  test("has a result of the pinned version of every tool, for both forms of the document", () => {
    const pinned = TOOLS.map(({ name, version }) => [name, version]);
    expect(Object.entries(results).map(([name, { version }]) => [name, version])).toEqual(pinned);
    for (const { trials } of Object.values(results)) expect(Object.keys(trials)).toEqual(Object.keys(FORMS));
  });

  test("says of each step that failed why it did", () => {
    for (const { name, faults = [] } of TOOLS) {
      const failed = Object.entries(results[name]?.trials ?? {}).flatMap(([form, trial]) =>
        Object.entries(trial).flatMap(([step, outcome]) => (outcome === "no" ? [{ form, step }] : [])),
      );
      for (const { form, step } of failed) {
        expect(faults.filter((fault) => fault.step === step && (fault.form ?? form) === form)).toHaveLength(
          1,
        );
      }
    }
  });

  test("has a recipe for each tool that needs one", () => {
    const needing = Object.entries(results).flatMap(([name, { trials }]) =>
      Object.values(trials).some((trial) => Object.values(trial).includes("recipe")) ? [name] : [],
    );
    expect(needing.filter((name) => RECIPES[name] === undefined)).toEqual([]);
  });

  test("has no recipe for a tool that is not tried", () => {
    const names = TOOLS.map(({ name }) => name);
    expect(Object.keys(RECIPES).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("names the version in what is installed", () => {
    for (const { install, version } of TOOLS) expect(JSON.stringify(install)).toContain(version);
  });
});

test("the table shows both forms where they differ", () => {
  const tool: Tool = {
    name: "tool",
    version: "1.0.0",
    language: "Go",
    needs: [],
    install: [],
    generate: ["tool"],
  };
  const trials = { "3.1": { generate: "recipe", compile: "yes" }, "3.0": { generate: "no" } } as const;
  const page = "<!-- begin: table -->\n\n<!-- end: table -->\n<!-- begin: tools -->\n\n<!-- end: tools -->\n";
  const text = renderPage(page, [tool], { tool: { version: "1.0.0", trials } });
  expect(text).toContain("| [tool](#tool) | recipe (3.0: no) | yes (3.0: –) | – |");
});

describe("a trial", () => {
  const tool: Tool = {
    name: "tool",
    version: "1.0.0",
    language: "Python",
    needs: [],
    install: [],
    generate: ["tool"],
    faults: [{ step: "metadata", why: "It sends JSON." }],
  };
  const journey = Object.fromEntries(JOURNEY.map((step) => [step, "yes"])) as Record<
    (typeof JOURNEY)[number],
    "yes"
  >;

  test("is as expected where only the known fault fails", () => {
    const metadata = { error: "422" };
    expect(surprisesIn(tool, [{ form: "3.1", generate: "yes", journey: { ...journey, metadata } }])).toEqual(
      [],
    );
  });

  test("is not, where another step fails", () => {
    const failed = { metadata: { error: "422" }, rename: { error: "no title" } };
    expect(surprisesIn(tool, [{ form: "3.1", generate: "yes", journey: { ...journey, ...failed } }])).toEqual(
      ["3.1 rename: no title"],
    );
  });

  test("is not, where the known fault is gone", () => {
    expect(surprisesIn(tool, [{ form: "3.0", generate: "yes", journey }])).toEqual([
      "3.0 metadata: works, and is listed as a fault",
    ]);
  });
});
