import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../scripts/generate/document/document.js";
import { emitOpenApi30 } from "../../scripts/generate/emit-openapi-3-0.js";
import { ROOT } from "./repository.js";

const file = join(ROOT, "generated/openapi-3.0.yaml");
const read = async (name: string) => parse(await readFile(join(ROOT, "generated", name), "utf8"));

const converted = (schema: object) => {
  const document = {
    openapi: "3.1.1",
    info: { title: "T", version: "1.0.0", license: { name: "MIT", identifier: "MIT" } },
    paths: {},
    components: { schemas: { T: schema } },
  };
  return parse(emitOpenApi30(document as Document));
};

describe("a schema in OpenAPI 3.0", () => {
  it.each<[name: string, given: object, expected: object]>([
    ["text or null", { type: ["string", "null"] }, { type: "string", nullable: true }],
    ["a constant", { type: "string", const: "video" }, { type: "string", enum: ["video"] }],
    ["an example", { type: "string", examples: ["a", "b"] }, { type: "string", example: "a" }],
    ["binary data", { type: "string", format: "binary" }, { type: "string", format: "binary" }],
    ["a reference alone", { $ref: "#/components/schemas/U" }, { $ref: "#/components/schemas/U" }],
    [
      "a reference with a description",
      { $ref: "#/components/schemas/U", description: "Mine." },
      { description: "Mine.", allOf: [{ $ref: "#/components/schemas/U" }] },
    ],
    [
      "properties that are called like keywords",
      { type: "object", properties: { type: { type: ["integer", "null"] }, const: { const: 1 } } },
      { type: "object", properties: { type: { type: "integer", nullable: true }, const: { enum: [1] } } },
    ],
    ["a map", { additionalProperties: { const: "a" } }, { additionalProperties: { enum: ["a"] } }],
    ["our own marks", { "x-extensible-enum": ["a"] }, { "x-extensible-enum": ["a"] }],
  ])("%s", (_name, given, expected) => {
    expect(converted(given).components.schemas.T).toEqual(expected);
  });

  it.each<[name: string, schema: object, pointer: string]>([
    ["a keyword without a form", { prefixItems: [] }, "/components/schemas/T/prefixItems"],
    ["two types", { type: ["string", "integer"] }, "/components/schemas/T/type"],
    ["another condition", { if: { type: "string" } }, "/components/schemas/T/if"],
  ])("refuses %s", (_name, schema, pointer) => {
    expect(() => converted(schema)).toThrow(expect.objectContaining({ name: "DocumentError", pointer }));
  });
});

describe("generated/openapi-3.0.yaml", () => {
  it("is valid OpenAPI 3.0.3, and every example fits its schema", async () => {
    const folder = await mkdtemp(join(tmpdir(), "openapi-3-0-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const config = join(folder, "redocly.yaml");
    await writeFile(
      config,
      "extends: [spec]\nrules: { no-invalid-media-type-examples: error }\ntelemetry: off\n",
    );
    const { stdout, stderr } = spawnSync(
      "npx",
      ["redocly", "lint", file, "--format=json", `--config=${config}`],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    );
    expect(JSON.parse(stdout).problems, stderr).toEqual([]);
  });

  it("has the operations, parameters, statuses and schemas of the 3.1 document", async () => {
    const [from, to] = [await read("openapi.yaml"), await read("openapi-3.0.yaml")];
    expect(to.openapi).toBe("3.0.3");
    expect(Object.keys(to.components.schemas)).toEqual(Object.keys(from.components.schemas));
    for (const [path, item] of Object.entries<Record<string, object>>(from.paths))
      for (const [method, operation] of Object.entries(item)) {
        const { requestBody: _, ...rest } = operation as Record<string, unknown>;
        if (method !== "parameters")
          expect(to.paths[path][method]).toMatchObject({ operationId: rest.operationId });
      }
    expect(to.components.responses).toMatchObject(from.components.responses);
    expect(to.components.examples).toEqual(from.components.examples);
    expect(JSON.stringify(to)).not.toMatch(/"(const|if|then|jsonSchemaDialect)":/);
  });

  it("has no extension in encoding, where validators of 3.0 allow none", async () => {
    expect(JSON.stringify(await read("openapi-3.0.yaml"))).not.toMatch(/"encoding":\{("\w+":\{[^{}]*)?"x-/);
  });

  it("lists what 3.0 cannot say", async () => {
    const { info } = await read("openapi-3.0.yaml");
    expect(info.description).toMatch(
      /It cannot say:\n\n- `x-inferred` in `encoding`.*\n- that a `MediaCreate` with neither `file` nor `url` is refused\n$/,
    );
    expect(info.license).toMatchObject({ name: expect.any(String) });
  });
});
