import type { ContractError } from "@ittybit/contract/create";
import { createContract, documentFaultLines, openApi31Document } from "@ittybit/contract/create";
import { describe, expect, test } from "vitest";

const info = { title: "T", version: "1" };

/** A document with one operation that responds with a schema. */
function documentOf(openapi: string, schema: object, components: object = {}): object {
  const content = { "application/json": { schema } };
  const paths = { "/a": { get: { responses: { "200": { description: "ok", content } } } } };
  return { openapi, info, paths, components };
}

const R = { schemas: { R: { type: "string", maxLength: 2 } } };

describe("OpenAPI 3.0 reads", () => {
  const accepts = async (schema: object, value: unknown) => {
    const contract = createContract(documentOf("3.0.4", schema, R));
    const body = new TextEncoder().encode(JSON.stringify(value));
    const response = { status: 200, headers: [["content-type", "application/json"]] as const, body };
    const { findings } = await contract.checkResponse({ method: "GET", url: "/a" }, response);
    return findings.every(({ code }) => code !== "schema");
  };
  const ref = { $ref: "#/components/schemas/R" };

  test.each<[title: string, schema: object, valid: unknown[], invalid: unknown[]]>([
    ["nullable beside type", { type: "string", nullable: true }, ["a", null], [1]],
    [
      "nullable beside enum with null",
      { type: "string", nullable: true, enum: ["a", null] },
      ["a", null],
      ["b"],
    ],
    ["nullable beside enum without null", { type: "string", nullable: true, enum: ["a"] }, ["a"], [null]],
    ["nullable without type", { nullable: true, allOf: [ref] }, ["a"], [null, 1]],
    ["nullable: false", { type: "string", nullable: false }, ["a"], [null]],
    ["no type", {}, ["a", 1, null], []],
    ["exclusiveMinimum", { type: "number", minimum: 0, exclusiveMinimum: true }, [0.1], [0]],
    ["exclusiveMinimum: false", { type: "number", minimum: 0, exclusiveMinimum: false }, [0], [-1]],
    ["exclusiveMaximum", { type: "number", maximum: 3, exclusiveMaximum: true }, [2], [3]],
    ["exclusiveMaximum without maximum", { type: "number", exclusiveMaximum: true }, [9e9], []],
    ["keywords beside $ref", { ...ref, minLength: 2, nullable: true }, ["", "ab"], ["abc", null]],
    [
      "a property called example",
      { properties: { example: { type: "string", nullable: true } } },
      [{ example: null }],
      [{ example: 1 }],
    ],
    [
      "a property called nullable",
      { properties: { nullable: { type: "boolean" } } },
      [{ nullable: true }],
      [{ nullable: 1 }],
    ],
    [
      "schemas inside of schemas",
      { type: "array", items: { anyOf: [{ type: "integer", nullable: true }, ref] } },
      [[1, null, "a"]],
      [[true], ["abc"]],
    ],
    ["format byte", { type: "string", format: "byte" }, ["YWJj"], ["%"]],
    ["a pattern without the u flag", { type: "string", pattern: "^[\\w-.\\!]+$" }, ["a-b.c!"], ["a b"]],
    [
      "additionalProperties",
      { additionalProperties: { type: "string", nullable: true } },
      [{ b: null }],
      [{ b: 1 }],
    ],
  ])("%s", async (_, schema, valid, invalid) => {
    for (const value of valid) expect([value, await accepts(schema, value)]).toEqual([value, true]);
    for (const value of invalid) expect([value, await accepts(schema, value)]).toEqual([value, false]);
  });

  test("a schema that only a $ref names, and one that two places share", async () => {
    const shared = { type: "string", nullable: true };
    const schema = { properties: { a: { $ref: "#/x-schemas/A" }, b: shared, c: shared } };
    const document = {
      ...documentOf("3.0.0", schema),
      "x-schemas": { A: { type: "integer", nullable: true } },
    };
    const before = structuredClone(document);
    const read = openApi31Document(document);
    expect(document).toEqual(before);
    expect(JSON.stringify(read).match(/\["\w+","null"\]/g)).toEqual([
      '["string","null"]',
      '["string","null"]',
      '["integer","null"]',
    ]);
  });
});

test("what has no effect in OpenAPI 3.0 is a notice, one for each kind", () => {
  const ref = { $ref: "#/components/schemas/R", nullable: true };
  const schema = { properties: { a: ref, b: ref, c: { nullable: true }, d: { exclusiveMinimum: true } } };
  const lines = documentFaultLines(createContract(documentOf("3.0.4", schema, R)).notices);
  expect(lines.toSorted()).toEqual([
    expect.stringContaining("exclusiveMinimum has no effect without minimum"),
    expect.stringContaining("nullable has no effect beside $ref in OpenAPI 3.0 (and in 1 more places) (at /"),
    expect.stringContaining("nullable has no effect without type beside it"),
  ]);
});

const faultsOf = (document: unknown): string[] => {
  try {
    createContract(document);
    return [];
  } catch (error) {
    return (error as ContractError).faults.map(({ pointer, problem }) => `${pointer} ${problem}`);
  }
};

describe("a document is held against the structure of OpenAPI 3.0:", () => {
  const at = "/paths/~1a/get/responses/200/content/application~1json/schema";
  test.each<[title: string, document: object, faults: string[]]>([
    [
      "a list of types",
      documentOf("3.0.3", { type: ["string", "null"] }),
      [`${at}/type type must be a string`],
    ],
    ["a keyword of 3.1", documentOf("3.0.3", { const: 1 }), [`${at}/const there is no field const here`]],
    [
      "a number in exclusiveMinimum",
      documentOf("3.0.3", { exclusiveMinimum: 1 }),
      [`${at}/exclusiveMinimum exclusiveMinimum must be a boolean`],
    ],
    ["webhooks", { ...documentOf("3.0.3", {}), webhooks: {} }, ["/webhooks there is no field webhooks here"]],
    [
      "components of 3.1",
      documentOf("3.0.3", {}, { pathItems: {} }),
      ["/components/pathItems there is no field pathItems here"],
    ],
    ["annotations of 3.1", documentOf("3.0.3", { examples: [1] }), []],
    [
      "a security scheme of 3.1",
      documentOf("3.0.3", {}, { securitySchemes: { a: { type: "mutualTLS" } } }),
      ["/components/securitySchemes/a/type type must be one of apiKey, http, oauth2, openIdConnect"],
    ],
  ])("%s", (_, document, faults) => {
    expect(faultsOf(document)).toEqual(faults);
  });
});

describe("OpenAPI 3.2", () => {
  const pathItem = (fields: object) => ({ "/a": fields });
  const ok = (response: object) => pathItem({ get: { responses: { "200": response } } });
  const query = (fields: object) =>
    pathItem({ get: { parameters: [{ name: "q", in: "query", schema: {}, ...fields }], responses: {} } });
  const json = (fields: object) => ok({ description: "ok", content: { "application/json": fields } });
  const form = (fields: object) =>
    pathItem({ post: { requestBody: { content: { "multipart/form-data": fields } }, responses: {} } });
  const at = "/paths/~1a/get/responses/200";

  test.each<[name: string, pointer: string, part: object]>([
    ["$self", "/$self", { $self: "https://example.com/a" }],
    ["mediaTypes", "/components/mediaTypes", { components: { mediaTypes: {} } }],
    ["query", "/paths/~1a/query", { paths: pathItem({ query: { responses: {} } }) }],
    [
      "additionalOperations",
      "/paths/~1a/additionalOperations",
      { paths: pathItem({ additionalOperations: {} }) },
    ],
    ["in: querystring", "/paths/~1a/get/parameters/0/in", { paths: query({ in: "querystring" }) }],
    [
      "style: cookie",
      "/paths/~1a/get/parameters/0/style",
      { paths: query({ in: "cookie", style: "cookie" }) },
    ],
    [
      "allowReserved outside the query",
      "/paths/~1a/get/parameters/0/allowReserved",
      { paths: query({ in: "header", allowReserved: true }) },
    ],
    ["$ref", `${at}/content/application~1json/$ref`, { paths: json({ $ref: "#/components/mediaTypes/A" }) }],
    ["itemSchema", `${at}/content/application~1json/itemSchema`, { paths: json({ itemSchema: {} }) }],
    [
      "prefixEncoding",
      "/paths/~1a/post/requestBody/content/multipart~1form-data/prefixEncoding",
      { paths: form({ prefixEncoding: [] }) },
    ],
    [
      "itemEncoding",
      "/paths/~1a/post/requestBody/content/multipart~1form-data/itemEncoding",
      { paths: form({ itemEncoding: {} }) },
    ],
    [
      "encoding",
      "/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/a/encoding",
      { paths: form({ schema: {}, encoding: { a: { encoding: {} } } }) },
    ],
    [
      "schema of a sequential media type",
      `${at}/content/application~1jsonl/schema`,
      { paths: ok({ description: "ok", content: { "application/jsonl": { schema: {} } } }) },
    ],
    ["summary", `${at}/summary`, { paths: ok({ description: "ok", summary: "Fine" }) }],
    [
      "dataValue",
      `${at}/content/application~1json/examples/a/dataValue`,
      { paths: json({ examples: { a: { dataValue: 1 } } }) },
    ],
    [
      "serializedValue",
      `${at}/content/application~1json/examples/a/serializedValue`,
      { paths: json({ examples: { a: { serializedValue: "1" } } }) },
    ],
    [
      "oauth2MetadataUrl",
      "/components/securitySchemes/a/oauth2MetadataUrl",
      {
        components: {
          securitySchemes: { a: { type: "oauth2", flows: {}, oauth2MetadataUrl: "https://a.example" } },
        },
      },
    ],
    [
      "deprecated",
      "/components/securitySchemes/a/deprecated",
      { components: { securitySchemes: { a: { type: "http", scheme: "basic", deprecated: true } } } },
    ],
    [
      "deviceAuthorization",
      "/components/securitySchemes/a/flows/deviceAuthorization",
      { components: { securitySchemes: { a: { type: "oauth2", flows: { deviceAuthorization: {} } } } } },
    ],
    ["name", "/servers/0/name", { servers: [{ url: "/", name: "main" }] }],
    ["summary", "/tags/0/summary", { tags: [{ name: "a", summary: "A" }] }],
    ["parent", "/tags/0/parent", { tags: [{ name: "a", parent: "b" }] }],
    ["kind", "/tags/0/kind", { tags: [{ name: "a", kind: "nav" }] }],
    [
      "defaultMapping",
      "/components/schemas/A/discriminator/defaultMapping",
      { components: { schemas: { A: { discriminator: { propertyName: "a", defaultMapping: "B" } } } } },
    ],
    [
      "nodeType",
      "/components/schemas/A/xml/nodeType",
      { components: { schemas: { A: { xml: { nodeType: "cdata" } } } } },
    ],
  ])("refuses %s at %s", (name, pointer, part) => {
    const faults = faultsOf({ openapi: "3.2.0", info, paths: {}, ...part });
    expect(faults).toEqual([`${pointer} ${name} is new in OpenAPI 3.2, and is not understood`]);
  });

  test("reads what OpenAPI 3.1 has", async () => {
    const document = documentOf("3.2.0", { type: ["string", "null"] });
    const contract = createContract(document);
    const response = {
      status: 200,
      headers: [["content-type", "application/json"]] as const,
      body: Buffer.from("1"),
    };
    expect((await contract.checkResponse({ method: "GET", url: "/a" }, response)).findings).toHaveLength(1);
    expect(contract.notices).toEqual([]);
  });

  test("accepts in lenient mode only what no check depends on", () => {
    const create = (part: object) => () =>
      createContract({ openapi: "3.2.0", info, paths: {}, ...part }, { lenient: true });
    expect(create({ tags: [{ name: "a", kind: "nav" }] })).not.toThrow();
    expect(create({ paths: pathItem({ query: { responses: {} } }) })).toThrow(/query is new/);
  });
});

test.each([
  [{ swagger: "2.0" }, "/swagger Swagger 2.0 is not understood"],
  [{ openapi: "3.3.0" }, '/openapi OpenAPI "3.3.0" is not understood'],
  [{ openapi: "4.0.0" }, '/openapi OpenAPI "4.0.0" is not understood'],
  [{ openapi: 3 }, "/openapi the field openapi is a number, not a version"],
])("a document of another version is refused: %j", (document, fault) => {
  expect(faultsOf(document)).toEqual([fault]);
});
