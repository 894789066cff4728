import { createContract } from "@ittybit/contract/create";
import { expect, test } from "vitest";

/** Keywords that tools for OpenAPI commonly pass over: a schema, a value that fits, one that does not. */
const rows: readonly (readonly [keyword: string, schema: object, good: unknown, bad: unknown])[] = [
  ["prefixItems", { prefixItems: [{ type: "string" }] }, ["a"], [1]],
  ["unevaluatedItems", { prefixItems: [{}], unevaluatedItems: false }, [1], [1, 2]],
  ["contains", { contains: { const: 1 } }, [0, 1], [0]],
  ["minContains", { contains: { const: 1 }, minContains: 2 }, [1, 1], [1]],
  ["maxContains", { contains: { const: 1 }, maxContains: 1 }, [1], [1, 1]],
  [
    "unevaluatedProperties",
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    { a: 1 },
    { b: 1 },
  ],
  ["propertyNames", { propertyNames: { maxLength: 1 } }, { a: 1 }, { ab: 1 }],
  ["patternProperties", { patternProperties: { "^a": { type: "string" } } }, { a: "b" }, { a: 1 }],
  ["dependentRequired", { dependentRequired: { a: ["b"] } }, { a: 1, b: 1 }, { a: 1 }],
  ["dependentSchemas", { dependentSchemas: { a: { maxProperties: 1 } } }, { a: 1 }, { a: 1, b: 1 }],
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
  ["if", { if: { type: "string" }, then: { minLength: 1 }, else: { const: 1 } }, 1, ""],
  ["const", { const: { a: [1] } }, { a: [1] }, { a: [2] }],
  ["not", { not: { type: "null" } }, 1, null],
  ["enum without values", { properties: { a: { enum: [] } } }, { b: 1 }, { a: 1 }],
  ["type as a list", { type: ["string", "null"] }, null, 1],
  ["exclusiveMinimum as a number", { exclusiveMinimum: 1 }, 2, 1],
  [
    "$dynamicRef",
    { $dynamicAnchor: "n", properties: { n: { $dynamicRef: "#n" } }, type: "object" },
    { n: {} },
    { n: 1 },
  ],
  ["$anchor", { $defs: { a: { $anchor: "here", type: "string" } }, $ref: "#here" }, "a", 1],
  ["format", { format: "ipv6" }, "::1", "1::2::3"],
];

test.each(rows)("%s asserts inside an OpenAPI document", async (_, schema, good, bad) => {
  expect(await violations(schema, good)).toBe(0);
  expect(await violations(schema, bad)).toBeGreaterThan(0);
});

test("there are 19 of them", () => expect(rows).toHaveLength(19));

const formats: readonly (readonly [format: string, good: unknown, bad: unknown])[] = [
  ["date-time", "2024-02-29T00:00:00Z", "2023-02-29T00:00:00Z"],
  ["date-time", "1998-12-31T23:59:60Z", "1998-12-31T22:59:60Z"],
  ["date", "2024-02-29", "2023-02-29"],
  ["time", "10:00:00Z", "10:00"],
  ["duration", "P1DT2H", "P"],
  ["email", "a@b.co", "a"],
  ["idn-email", "ü@b.co", "ü"],
  ["hostname", "a.b", "-a"],
  ["idn-hostname", "ü.de", "-ü"],
  ["ipv4", "1.2.3.4", "1.2.3"],
  ["uri", "a:b", "/a"],
  ["uri-reference", "/a", "\\a"],
  ["iri", "http://ü.de/", "ü"],
  ["iri-reference", "/ü", "\\ü"],
  ["uuid", "00000000-0000-0000-0000-000000000000", "0"],
  ["uri-template", "/{a}", "/{a"],
  ["json-pointer", "/a~0", "a"],
  ["relative-json-pointer", "1/a", "/a"],
  ["regex", "a+", "a(("],
  ["int32", 2 ** 31 - 1, 2 ** 31],
  ["byte", "YWI=", "YW"],
];

test.each(formats)("format %s is asserted: %s and not %s", async (format, good, bad) => {
  expect(await violations({ format }, good)).toBe(0);
  expect(await violations({ format }, bad)).toBeGreaterThan(0);
});

async function violations(schema: object, value: unknown): Promise<number> {
  const content = { "application/json": { schema: { $id: "https://schema.invalid/", ...schema } } };
  const paths = { "/": { get: { responses: { 200: { description: "Value", content } } } } };
  const contract = createContract({ openapi: "3.1.1", paths });
  const body = new TextEncoder().encode(JSON.stringify(value));
  const headers = [["content-type", "application/json"]] as const;
  const { findings } = await contract.checkResponse(
    { method: "GET", url: "/" },
    { status: 200, headers, body },
  );
  return findings.filter(({ category }) => category === "violation").length;
}
