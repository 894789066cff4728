import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../scripts/generate/document/document.js";
import { emitYaml } from "../../scripts/generate/emit-openapi.js";
import { bytesIn, ROOT } from "./repository.js";

const generated = join(ROOT, "generated");
const bundle = JSON.parse(await readFile(join(generated, "openapi.json"), "utf8")) as Document;

it.each(["1.1", "1.2"] as const)("openapi.yaml reads as openapi.json in YAML %s", async (version) => {
  const text = await readFile(join(generated, "openapi.yaml"), "utf8");

  expect(parse(text, { version, merge: false })).toEqual(bundle);
});

it("what a reader of YAML 1.1 would take for a date, a number or a truth is quoted", () => {
  const value = { date: "2024-03-21", reply: "yes", number: "1_000", time: "12:30:00", empty: "" };

  expect(parse(emitYaml(value as never), { version: "1.1" })).toEqual(value);
});

it("the bundle is one file: every $ref stays inside it", async () => {
  const references = [...JSON.stringify(bundle).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);

  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((target) => !target?.startsWith("#/"))).toEqual([]);
});

it("components come in order of their names", () => {
  for (const members of Object.values(bundle.components ?? {})) {
    expect(Object.keys(members)).toEqual(Object.keys(members).sort());
  }
});

it("nothing generated knows where it was made", async () => {
  for (const text of (await bytesIn(generated)).values()) expect(text).not.toContain(ROOT);
});
