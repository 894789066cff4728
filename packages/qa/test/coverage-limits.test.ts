import { createContract, createContractModel, createSchemaValidator } from "@ittybit/contract/create";
import { expect, test } from "vitest";
import { Coverage } from "../src/coverage/coverage.js";
import type { Plan } from "../src/coverage/schema-nodes.js";

type Schemas = Readonly<Record<string, unknown>>;

const tree = (...names: readonly string[]) => ({
  type: "object",
  properties: { name: { type: "string" }, ...fromNames(names, () => ({ $ref: ref("Root") })) },
});
const ref = (name: string) => `#/components/schemas/${name}`;

/** The coverage of one response with the schema `Root`, after each of the values was received. */
async function coverageOf(schemas: Schemas, ...values: readonly unknown[]) {
  const content = { "application/json": { schema: { $ref: ref("Root") } } };
  const get = { operationId: "getRoot", responses: { "200": { description: "ok", content } } };
  const info = { title: "Roots", version: "1" };
  const document = { openapi: "3.1.1", info, paths: { "/root": { get } }, components: { schemas } };
  const model = createContractModel(document);
  const coverage = new Coverage(model as unknown as Plan, createSchemaValidator(model));
  const contract = createContract(document);
  for (const value of values) {
    const report = await contract.check({
      request: { method: "GET", url: "https://api.example.com/root", headers: [], body: null },
      response: {
        status: 200,
        headers: [["Content-Type", "application/json"]],
        body: new TextEncoder().encode(JSON.stringify(value)),
      },
    });
    coverage.observe(report, "api.example.com");
  }
  const covered = (kind: "properties" | "nulls" | "arrays" | "branches" | "values") =>
    Object.entries(coverage.report()[kind]).map(([name, hosts]) => {
      return `${name.replace("getRoot 200 ", "")}${hosts.length === 0 ? "" : " seen"}`;
    });
  return { covered, truncated: coverage.truncated() };
}

test("a schema with four references to itself is listed once", async () => {
  const { covered, truncated } = await coverageOf({ Root: tree("left", "middle", "parent", "right") });
  expect(covered("properties")).toEqual(["/left", "/middle", "/name", "/parent", "/right"]);
  expect(truncated).toEqual([]);
});

test("values further down a recursive schema cover what is listed above them", async () => {
  const deep = { left: { right: { left: { name: "leaf" } } } };
  const { covered } = await coverageOf({ Root: tree("left", "parent", "right") }, {}, deep);
  expect(covered("properties")).toEqual(["/left seen", "/name seen", "/parent", "/right seen"]);
});

test("schemas that contain each other are listed at their shortest locations", async () => {
  const schemas = {
    Root: { type: "object", properties: { around: { $ref: ref("Wrapper") }, item: { $ref: ref("Item") } } },
    Wrapper: { type: "object", properties: { item: { $ref: ref("Item") }, size: { type: "integer" } } },
    Item: {
      type: ["object", "null"],
      properties: {
        next: { $ref: ref("Item") },
        up: { type: "array", items: { $ref: ref("Wrapper") } },
        kind: { enum: ["a", "b"] },
      },
    },
  };
  const value = { around: { item: { up: [{ item: { kind: "a", next: null } }], next: { up: [] } } } };
  const { covered } = await coverageOf(schemas, value);
  expect(covered("properties")).toEqual([
    "/around seen",
    "/around/item seen",
    "/around/size",
    "/item",
    "/item/kind seen",
    "/item/next seen",
    "/item/up seen",
  ]);
  expect(covered("values")).toEqual(['/item/kind "a" seen', '/item/kind "b"']);
  expect(covered("nulls")).toEqual(["/item null seen", "/item present seen"]);
  expect(covered("arrays")).toEqual(["/item/up empty seen", "/item/up filled seen"]);
});

test("nullable references to itself, in any number, are listed once each", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const nullable = { anyOf: [{ $ref: ref("Root") }, { type: "null" }] };
  const { covered } = await coverageOf({
    Root: { type: "object", properties: fromNames(names, () => structuredClone(nullable)) },
  });
  expect(covered("properties")).toHaveLength(12 + 12 * 12);
});

test("a schema used twice without recursion is listed at both locations", async () => {
  const { covered, truncated } = await coverageOf({
    Root: { type: "object", properties: { a: { $ref: ref("Size") }, b: { $ref: ref("Size") } } },
    Size: { type: "object", properties: { width: {}, height: {} } },
  });
  expect(covered("properties")).toEqual(["/a", "/a/height", "/a/width", "/b", "/b/height", "/b/width"]);
  expect(truncated).toEqual([]);
});

test.each([
  ["deeper than 12 values", chain(16, ["a"]), 13],
  ["more than 20,000 locations", chain(10, ["a", "b", "c", "d"]), 20_000],
])("coverage of %s stops, and the body is named", async (_, schemas, most) => {
  const { covered, truncated } = await coverageOf(schemas);
  expect(covered("properties").length).toBeLessThan(most + 50);
  expect(truncated).toEqual(["getRoot 200"]);
});

/** Schemas of which each contains the next under every one of the names. */
function chain(length: number, names: readonly string[]): Schemas {
  const schemas = Array.from({ length }, (_, index) => {
    const properties = fromNames(names, () => ({ $ref: ref(`S${index + 1}`) }));
    return [index === 0 ? "Root" : `S${index}`, { type: "object", properties }];
  });
  return Object.fromEntries([...schemas, [`S${length}`, { type: "object", properties: { end: {} } }]]);
}

function fromNames(names: readonly string[], schemaOf: () => unknown): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, schemaOf()]));
}
