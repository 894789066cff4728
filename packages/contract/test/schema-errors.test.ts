import { metaSchemas, validateSchema } from "@ittybit/openapi/meta-schema";
import { expect, test } from "vitest";
import { createAjv } from "../src/schema/compile/compile.js";

const ajv = createAjv();

/** Holds the errors in a schema against those that Ajv finds with the meta-schemas that it compiles. */
function expectErrorsOfAjv(schema: object): void {
  expect([schema, validateSchema(schema)]).toEqual([schema, ajv.validateSchema(schema)]);
  expect((validateSchema.errors ?? []).map(described)).toEqual((ajv.errors ?? []).map(described));
}

type SchemaError = NonNullable<typeof validateSchema.errors>[number];

function described({ instancePath, keyword, params, message }: SchemaError) {
  return { instancePath, keyword, params, message };
}

const keywords = Object.values(metaSchemas).flatMap((schema) =>
  Object.keys((schema as { readonly properties: object }).properties),
);

/** What a keyword may have as its value, rightly or wrongly. */
const values = [
  ...["object", "^a", "(", "a b", "#a", -1, 0, 1.5, true, null],
  ...[[], ["a"], ["null", "null"], [1], [{}, { type: 1 }], {}, { a: {} }, { a: 1 }, { "(": true }],
  ...[
    { a: ["b"] },
    { a: [1] },
    { a: true },
    { type: "strin" },
    { properties: { a: 1 } },
    { not: { minimum: "" } },
  ],
];

test("the compiled meta-schemas are those of Ajv", () => {
  for (const [uri, schema] of Object.entries(metaSchemas)) {
    expect(schema).toEqual(ajv.getSchema(uri)?.schema);
    expectErrorsOfAjv(schema as object);
  }
});

test("their validator finds what Ajv finds, whatever is wrong with a keyword", () => {
  expect(keywords.length).toBeGreaterThan(50);
  for (const keyword of keywords.filter((name) => name !== "$schema")) {
    for (const value of values) {
      expectErrorsOfAjv({ [keyword]: value });
      expectErrorsOfAjv({
        $defs: { a: { items: { [keyword]: value } } },
        properties: { b: { [keyword]: value } },
      });
    }
  }
});
