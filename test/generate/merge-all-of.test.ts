import { expect, it } from "vitest";
import { mergeAllOf } from "../../scripts/generate/bundle/merge-all-of.js";
import { DocumentError } from "../../scripts/generate/document/document-error.js";

const summary = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, kind: { type: "string" } },
};

const merged = (schema: object, others: Record<string, object> = {}) =>
  mergeAllOf({
    openapi: "3.1.1",
    info: { title: "Library", version: "1" },
    components: { schemas: { Summary: summary, ...others, Whole: schema } },
  }).components?.schemas?.Whole;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it.each<[string, object, object]>([
  [
    "members are joined in order, what is required together with them",
    {
      description: "Whole",
      allOf: [ref("Summary"), { required: ["size"], properties: { size: { type: "integer" } } }],
    },
    {
      description: "Whole",
      type: "object",
      required: ["id", "size"],
      properties: { ...summary.properties, size: { type: "integer" } },
    },
  ],
  [
    "a later member may narrow a property to a constant",
    { allOf: [ref("Summary"), { properties: { kind: { const: "book" } } }] },
    { ...summary, properties: { id: { type: "string" }, kind: { const: "book" } } },
  ],
  [
    "a keyword that cannot be merged leaves the allOf as it is",
    { allOf: [ref("Summary"), { minProperties: 2 }] },
    { allOf: [ref("Summary"), { minProperties: 2 }] },
  ],
  [
    "a keyword beside a $ref leaves the allOf as it is",
    { allOf: [{ ...ref("Summary"), "x-inferred": "A guess." }] },
    { allOf: [{ ...ref("Summary"), "x-inferred": "A guess." }] },
  ],
])("%s", (_, given, want) => {
  expect(merged(given)).toEqual(want);
});

it("follows an allOf of an allOf, below any node", () => {
  const middle = { allOf: [ref("Summary"), { properties: { size: { type: "integer" } } }] };
  const whole = merged({ type: "array", items: { allOf: [ref("Middle")] } }, { Middle: middle });
  expect(whole).toEqual({
    type: "array",
    items: { ...summary, properties: { ...summary.properties, size: { type: "integer" } } },
  });
});

it("refuses two definitions of one property, and says where", () => {
  const twice = { allOf: [ref("Summary"), { properties: { id: { type: "integer" } } }] };
  expect(() => merged(twice)).toThrow(DocumentError);
  expect(() => merged(twice)).toThrow(
    expect.objectContaining({
      pointer: "/components/schemas/Whole",
      message: expect.stringContaining("property id twice"),
    }),
  );
});
