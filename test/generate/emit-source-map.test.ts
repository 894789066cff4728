import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { joinPointer } from "@ittybit/contract/json-pointer";
import { locateIn } from "@ittybit/contract/source";
import { describe, expect, it } from "vitest";
import { sourceMap } from "../../scripts/generate/emit-source-map.js";
import type { SourceMap } from "../../scripts/generate/source-map/source-map.js";
import { ROOT } from "./repository.js";

const json = async (file: string) => JSON.parse(await readFile(join(ROOT, "generated", file), "utf8"));

describe("generated/source-map.json", async () => {
  const map = (await json("source-map.json")) as SourceMap;

  it.each([
    ["/info/version", "spec/openapi.yaml", "version:"],
    ["/servers/0/url", "spec/openapi.yaml", "url:"],
    ["/components/securitySchemes/apiKey/scheme", "spec/openapi.yaml", "scheme:"],
    ["/paths/~1media/get", "spec/paths/media.yaml", "get:"],
    ["/paths/~1media/get/parameters/0", "spec/paths/media.yaml", "Limit.yaml"],
    ["/paths/~1media~1{id}/delete/responses/404", "spec/paths/media_{id}.yaml", "NotFound.yaml"],
    [
      "/paths/~1media/post/requestBody/content/multipart~1form-data",
      "spec/paths/media.yaml",
      "multipart/form-data:",
    ],
    [
      "/paths/~1media/post/requestBody/content/multipart~1form-data/schema",
      "spec/paths/media.yaml",
      "MediaCreate",
    ],
    [
      "/components/schemas/MediaCreate/then/required",
      "spec/components/schemas/MediaCreate.yaml",
      "required:",
    ],
    ["/components/parameters/Limit", "spec/components/parameters/Limit.yaml", "name: limit"],
    ["/components/parameters/Limit/schema/maximum", "spec/components/parameters/Limit.yaml", "maximum:"],
    ["/components/headers/RetryAfter/schema", "spec/components/headers/RetryAfter.yaml", "schema:"],
    [
      "/components/responses/NotFound/content/application~1json",
      "spec/components/responses/NotFound.yaml",
      "application/json:",
    ],
    [
      "/components/schemas/MediaSummary/properties/kind",
      "spec/components/schemas/MediaSummary.yaml",
      "MediaKind.yaml",
    ],
    [
      "/components/schemas/MediaKind/x-extensible-enum",
      "spec/components/schemas/MediaKind.yaml",
      "x-extensible-enum:",
    ],
  ])("%s stands in %s, on the line of %s", async (pointer, file, text) => {
    const place = locateIn(map)(pointer);
    const lines = (await readFile(join(ROOT, place.file), "utf8")).split("\n");

    expect(place.file).toBe(file);
    expect(lines[place.line - 1]).toContain(text);
  });

  it("places every keyword of the bundle on a line with its name, in a file of its own name if it has one", async () => {
    const texts = new Map<string, string[]>();
    for (const file of map.files) texts.set(file, (await readFile(join(ROOT, file), "utf8")).split("\n"));
    const lost = [...keywords(await json("openapi.json"))].filter(({ pointer, name }) => {
      const { file, line } = locateIn(map)(pointer);
      return !texts.get(file)?.[line - 1]?.includes(name);
    });

    expect(lost).toEqual([]);
  });

  it("places every required name on the line that lists it, also where `allOf` is merged", async () => {
    const { schemas } = (await json("openapi.json")).components as { schemas: Record<string, Named> };
    const texts = new Map<string, string[]>();
    for (const file of map.files) texts.set(file, (await readFile(join(ROOT, file), "utf8")).split("\n"));
    const names = Object.entries(schemas).flatMap(([schema, { required = [] }]) =>
      required.map((name) => ({ pointer: joinPointer("/components/schemas", schema, "required"), name })),
    );
    const lost = names.filter(({ pointer, name }) => {
      const { file, line } = locateIn(map)(pointer, name);
      return !new RegExp(`^ +- ${name}$|^ *required: .*\\b${name}\\b`).test(
        texts.get(file)?.[line - 1] ?? "",
      );
    });

    expect(names.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });
});

interface Named {
  readonly required?: readonly string[];
}

/** Every member whose name stands in the source: no list items, path items, components or example data. */
function* keywords(value: unknown, pointer = ""): Generator<{ pointer: string; name: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (["description", "summary", "title"].includes(name) && typeof member === "string") continue;
    if (name === "x-inferred") continue;
    const below = joinPointer(pointer, name);
    const named =
      !Array.isArray(value) && !/^\/(paths|components\/\w+)\/[^/]+$|^\/components(\/\w+)?$/.test(below);
    if (named && typeof member === "object" && member !== null && !("$ref" in member))
      yield { pointer: below, name };
    const data = ["example", "examples", "default", "enum", "required", "x-extensible-enum"];
    if (!data.includes(name) || /properties$/.test(pointer)) yield* keywords(member, below);
  }
}

describe("sourceMap", () => {
  it.each([
    ["YAML", "openapi: 3.1.0\ninfo:\n  title: Pets\npaths:\n  /pets:\n    get:\n      responses: {}\n"],
    [
      "JSON",
      '{\n"openapi": "3.1.0",\n"info": {"title":\n"Pets"},\n"paths": {\n"/pets": {\n"get": {"responses": {}}}}}',
    ],
  ])("serves a document of one file, in %s", (_format, text) => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Pets" },
      paths: { "/pets": { get: { responses: {} } } },
    };
    const map = sourceMap(document, new Map([["pets", text]]), "pets");
    const line = text.split("\n").findIndex((candidate) => candidate.includes("get")) + 1;

    expect(locateIn(map)("/paths/~1pets/get")).toEqual({ file: "pets", line });
    expect(locateIn(map)("/paths/~1pets/get/operationId")).toEqual({ file: "pets", line });
    expect(locateIn(map)("/nowhere/at/all")).toEqual({ file: "pets", line: 1 });
    expect(locateIn(map)("")).toEqual({ file: "pets", line: 1 });
  });

  it("follows a $ref through files, pointers and a further $ref", () => {
    const files = new Map([
      ["api/a.yaml", "paths:\n  /a:\n    $ref: paths.yaml#/~1a\n"],
      ["api/paths.yaml", "/a:\n  get:\n    parameters:\n      - $ref: ../parts/p.yaml\n"],
      ["parts/p.yaml", "$ref: q.yaml#/limit\n"],
      ["parts/q.yaml", "offset: {}\nlimit:\n  name: limit\n  schema:\n    type: integer\n"],
    ]);
    const document = {
      paths: { "/a": { get: { parameters: [{ $ref: "#/components/parameters/limit" }] } } },
      components: { parameters: { limit: { name: "limit", schema: { type: "integer" } } } },
    };
    const map = sourceMap(document, files, "api/a.yaml");

    expect(locateIn(map)("/paths/~1a/get")).toEqual({ file: "api/paths.yaml", line: 2 });
    expect(locateIn(map)("/paths/~1a/get/parameters/0")).toEqual({ file: "api/paths.yaml", line: 4 });
    expect(locateIn(map)("/components/parameters/limit/schema/type")).toEqual({
      file: "parts/q.yaml",
      line: 5,
    });
  });

  it("reads a property whose name is a keyword as a property", () => {
    const text =
      "components:\n  schemas:\n    A:\n      properties:\n        example:\n          type: string\n";
    const document = { components: { schemas: { A: { properties: { example: { type: "string" } } } } } };
    const map = sourceMap(document, new Map([["a", text]]), "a");

    expect(locateIn(map)("/components/schemas/A/properties/example/type")).toEqual({ file: "a", line: 6 });
  });

  it("follows an alias of YAML, and survives a $ref that goes in circles", () => {
    const text =
      "one: &one\n  type: string\ntwo: *one\nthree: { $ref: '#/four' }\nfour: { $ref: '#/three' }\n";
    const document = {
      one: { type: "string" },
      two: { type: "string" },
      three: { type: 1 },
      four: { type: 1 },
    };
    const map = sourceMap(document, new Map([["a", text]]), "a");

    expect(locateIn(map)("/two/type")).toEqual({ file: "a", line: 2 });
    expect(locateIn(map)("/three/type")).toEqual({ file: "a", line: 4 });
  });
});
