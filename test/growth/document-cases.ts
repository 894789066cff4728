import { createContract } from "@ittybit/contract/create";
import type { GrowthCase } from "./growth-case.js";

/** Every dimension of a document: it is read, linked, compiled, and used for one response. */
export const documentCases: readonly GrowthCase[] = [
  schemas("width of a $ref diamond", 4, (size) =>
    levels(25, (next) => ({ type: "object", properties: record(size, () => next) })),
  ),
  schemas("depth of a $ref diamond", 25, (size) =>
    levels(size, (next) => ({ type: "object", properties: { a: next, b: next, c: next } })),
  ),
  schemas("depth of an allOf diamond", 25, (size) => levels(size, (next) => ({ allOf: [next, next] }))),
  schemas("depth of an anyOf diamond", 8, (size) => levels(size, (next) => ({ anyOf: [next, next] }))),
  schemas("depth of a $ref chain", 250, (size) => levels(size, (next) => ({ properties: { a: next } }))),
  schemas("depth of a $ref chain to the same value", 100, (size) => levels(size, (next) => next)),
  schemas("depth of a diamond with read-only properties", 25, (size) =>
    levels(size, (next) => ({
      allOf: [next, next],
      properties: { id: { type: "string", readOnly: true } },
      required: ["id"],
    })),
  ),
  schemas("properties", 1_000, (size) => ({ S0: { type: "object", properties: record(size, () => ({})) } })),
  schemas("required properties", 1_000, (size) => ({
    S0: { type: "object", required: Object.keys(record(size, () => 1)) },
  })),
  schemas("schemas", 400, (size) => record(size, () => ({ type: "object" }))),
  schemas("enum values", 4_000, (size) => ({ S0: { enum: list(size, (index) => `v${index}`) } })),
  schemas("known values", 4_000, (size) => ({
    S0: { type: "string", "x-extensible-enum": list(size, (index) => `v${index}`) },
  })),
  schemas("alternatives", 100, (size) => ({
    S0: { oneOf: list(size, (index) => ({ type: "object", required: [`p${index}`] })) },
  })),
  schemas("allOf members", 200, (size) => ({
    S0: { allOf: list(size, (index) => ({ properties: { [`p${index}`]: {} } })) },
  })),
  schemas("nesting of a schema", 50, (size) => ({ S0: nested(size, (items) => ({ type: "array", items })) })),
  schemas("length of a pattern", 100, (size) => ({
    S0: { type: "string", pattern: `^${"a?".repeat(size)}$` },
  })),
  schemas("length of a description", 200_000, (size) => ({ S0: { description: "a".repeat(size) } })),
  paths("paths", 200, (size) => record(size, () => ({ get: operation([]) }), "/p")),
  paths("parameters", 200, (size) => ({
    "/p0": { get: operation(list(size, (index) => ({ name: `q${index}`, in: "query", schema: {} }))) },
  })),
];

type Schema = Readonly<Record<string, unknown>>;

function schemas(
  dimension: string,
  size: number,
  schemasOf: (size: number) => Readonly<Record<string, Schema>>,
): GrowthCase {
  const prepare = (grown: number) => {
    const [key = ""] = Object.keys(schemasOf(1));
    const schema = { $ref: `#/components/schemas/${key}` };
    const responses = { "200": { description: "ok", content: { "application/json": { schema } } } };
    const document = documentOf({ "/p0": { get: { responses } } }, schemasOf(grown));
    return () => use(document);
  };
  return { dimension, size, prepare };
}

function paths(
  dimension: string,
  size: number,
  pathsOf: (size: number) => Readonly<Record<string, unknown>>,
): GrowthCase {
  const prepare = (grown: number) => {
    const document = documentOf(pathsOf(grown), {});
    return () => use(document);
  };
  return { dimension, size, prepare };
}

function documentOf(pathItems: object, components: object): object {
  const info = { title: "Growth", version: "1" };
  return { openapi: "3.1.1", info, paths: pathItems, components: { schemas: components } };
}

function operation(parameters: readonly object[]): object {
  return { parameters, responses: { "200": { description: "ok" } } };
}

/** Reads the document and checks one response, so that its schema is compiled. */
async function use(document: object): Promise<unknown> {
  const contract = createContract(document);
  const body = new TextEncoder().encode('{"a":{"a":1},"p1":1}');
  const headers = [["Content-Type", "application/json"]] as const;
  return contract.checkResponse({ method: "GET", url: "/p0" }, { status: 200, headers, body });
}

/** `S0` refers to `S1`, which refers to `S2`, and so on. */
function levels(count: number, schemaOf: (next: Schema) => Schema): Record<string, Schema> {
  const named = list(count, (index): [string, Schema] => [
    `S${index}`,
    schemaOf({ $ref: `#/components/schemas/S${index + 1}` }),
  ]);
  return { ...Object.fromEntries(named), [`S${count}`]: { type: "object" } };
}

function list<Item>(size: number, itemOf: (index: number) => Item): Item[] {
  return Array.from({ length: size }, (_, index) => itemOf(index));
}

function record<Value>(size: number, toValue: (index: number) => Value, prefix = "p"): Record<string, Value> {
  return Object.fromEntries(list(size, (index) => [`${prefix}${index}`, toValue(index)]));
}

function nested(depth: number, around: (inner: Schema) => Schema): Schema {
  let schema: Schema = { type: "string" };
  for (let level = 0; level < depth; level++) schema = around(schema);
  return schema;
}
