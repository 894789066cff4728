import { expect, it } from "vitest";
import { createMock } from "../../src/index.js";

const components = {
  schemas: {
    Node: {
      type: "object",
      required: ["name"],
      properties: { name: { type: "string" }, child: { $ref: "#/components/schemas/Node" } },
    },
    Pet: { type: "object", xml: { name: "pet" }, properties: { name: { type: "string" } } },
  },
};

/** The response of an operation that documents a schema and no example. */
async function getSample(
  schema: unknown,
  mediaType = "application/json",
  headers: Record<string, string> = {},
) {
  const responses = { "200": { description: "Done", content: { [mediaType]: { schema } } } };
  const info = { title: "Samples", version: "1" };
  const document = { openapi: "3.1.0", info, paths: { "/a": { get: { responses } } }, components };
  const mock = await createMock({ document });
  const get = () => mock.fetch("https://api.example.com/a", { headers });
  const [response, again] = [await get(), await get()];
  const text = await response.text();
  if (headers.Prefer === undefined) expect(await again.text()).toBe(text);
  await mock.close();
  return { status: response.status, type: response.headers.get("content-type"), text };
}

const n = { type: "integer" };

it.each<[what: string, schema: unknown, value: unknown]>([
  ["a schema with an example", { type: "object", properties: { n }, example: { n: 7 } }, { n: 7 }],
  ["a schema with examples", { type: "object", properties: { n }, examples: [{ n: 8 }, { n: 9 }] }, { n: 8 }],
  ["a schema with a default", { type: "object", properties: { n: { ...n, default: 3 } } }, { n: 3 }],
  ["an example null", { type: ["object", "null"], example: null }, null],
  ["an example that breaks its schema", { ...n, example: "x" }, 0],
  ["a constant", { const: { a: [1] } }, { a: [1] }],
  ["an enum", { enum: ["b", "a"] }, "b"],
  ["a number in a range", { ...n, minimum: 5, maximum: 7 }, 5],
  ["a number below zero", { ...n, exclusiveMaximum: 0 }, -1],
  ["a multiple", { type: "number", minimum: 1, multipleOf: 0.25 }, 1],
  ["a fraction between limits", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  ["a long string", { type: "string", minLength: 8 }, "stringst"],
  ["a short string", { type: "string", maxLength: 3 }, "str"],
  ["a date", { type: "string", format: "date" }, "2024-03-21"],
  ["a pattern", { type: "string", pattern: "^[A-Z]{2}-\\d{3,}$" }, "AA-000"],
  ["a pattern with a length", { type: "string", pattern: "^x[0-9]+$", minLength: 5 }, "x0000"],
  ["an array with contains", { type: "array", contains: { const: "x" } }, ["x"]],
  ["two that contains counts", { type: "array", items: n, contains: { minimum: 9 }, minContains: 2 }, [9, 9]],
  ["a tuple", { type: "array", prefixItems: [{ type: "string" }, n], items: false }, ["string", 0]],
  ["different items", { type: "array", items: n, minItems: 3, uniqueItems: true }, [0, 1, 2]],
  ["no more items than allowed", { type: "array", items: n, maxItems: 0 }, []],
  [
    "exactly one of two that both accept objects",
    {
      oneOf: [
        { type: "object", properties: { n, color: { type: "string" } } },
        { type: "object", properties: { n, note: { type: ["string", "null"] } } },
      ],
    },
    { n: 0, color: "string", note: true },
  ],
  ["a map", { type: "object", additionalProperties: n }, { property1: 0 }],
  [
    "names with a pattern",
    { type: "object", patternProperties: { "^x-": n }, minProperties: 1 },
    { "x-": 0 },
  ],
  ["required names without a schema", { type: "object", required: ["a"] }, { a: {} }],
  ["the first of several", { oneOf: [n, { type: "string" }] }, 0],
  ["all of several", { allOf: [{ properties: { a: n } }, { properties: { b: n } }] }, { a: 0, b: 0 }],
  [
    "another branch where the first one cannot be",
    {
      type: "object",
      properties: { a: n },
      oneOf: [{ required: ["a"], maxProperties: 0 }, { required: ["a"] }],
    },
    { a: 0 },
  ],
  [
    "a recursive schema",
    { $ref: "#/components/schemas/Node" },
    { name: "string", child: { name: "string" } },
  ],
  [
    "no property that only requests have",
    { type: "object", properties: { a: n, b: { ...n, writeOnly: true } } },
    { a: 0 },
  ],
])(
  "without an example, %s makes a response that is valid, and the same each time",
  async (_what, schema, value) => {
    const { status, text } = await getSample(schema);
    expect([status, JSON.parse(text)]).toEqual([200, value]);
  },
);

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const id = { type: "integer", xml: { attribute: true } };
const tags = { type: "array", items: { type: "string", xml: { name: "tag" } }, xml: { wrapped: true } };

it.each<[what: string, schema: unknown, xml: string]>([
  ["an object", { type: "object", properties: { n } }, "<xml><n>0</n></xml>"],
  ["a named component", { $ref: "#/components/schemas/Pet" }, "<pet><name>string</name></pet>"],
  [
    "an unnamed component",
    { $ref: "#/components/schemas/Node" },
    /^<Node><name>string<\/name><child>/.source,
  ],
  ["attributes", { type: "object", properties: { id } }, '<xml id="0"></xml>'],
  ["a wrapped list", { type: "object", properties: { tags } }, "<xml><tags><tag>string</tag></tags></xml>"],
  [
    "a prefix and a namespace",
    { type: "object", xml: { name: "a", prefix: "p", namespace: "https://a.test/?b&c" } },
    '<p:a xmlns:p="https://a.test/?b&amp;c"></p:a>',
  ],
  [
    "text to escape",
    { type: "object", properties: { a: { const: "<&>" } } },
    "<xml><a>&lt;&amp;&gt;</a></xml>",
  ],
])("XML: %s", async (_what, schema, xml) => {
  const { type, text } = await getSample(schema, "application/xml");
  expect(type).toBe("application/xml");
  if (xml.startsWith("^")) expect(text.slice(XML.length)).toMatch(new RegExp(xml));
  else expect(text).toBe(XML + xml);
});

it.each([
  [
    "contains",
    { type: "array", contains: { type: "object", required: ["kind"], properties: { kind: { const: "x" } } } },
  ],
  ["a tuple", { type: "array", prefixItems: [{ type: "string" }], items: false, minItems: 1 }],
])("a dynamic response that Prism cannot make, of %s, is made without it", async (_what, schema) => {
  const { status, text } = await getSample(schema, "application/json", { Prefer: "dynamic=true" });
  expect([status, JSON.parse(text)]).toEqual([200, [expect.anything()]]);
});

it("an example that breaks its schema is replaced, and the history says so", async () => {
  const schema = { type: "object", required: ["n"], properties: { n } };
  const responses = (examples: object) => ({
    "200": { description: "Done", content: { "application/json": { schema, examples } } },
  });
  const paths = {
    "/none": { get: { operationId: "none", responses: responses({ a: { value: { n: "x" } } }) } },
    "/other": {
      get: { operationId: "other", responses: responses({ a: { value: {} }, b: { value: { n: 5 } } }) },
    },
  };
  const document = { openapi: "3.1.0", info: { title: "Broken", version: "1" }, paths };
  const findings: (readonly string[])[] = [];
  const mock = await createMock({ document, onResponse: (entry) => findings.push(entry.findings) });
  const get = async (path: string, headers = {}) => {
    const response = await mock.fetch(`https://api.example.com${path}`, { headers });
    return [response.status, await response.json()];
  };
  expect(await get("/none")).toEqual([200, { n: 0 }]);
  expect(await get("/other")).toEqual([200, { n: 5 }]);
  expect(findings).toEqual([
    [expect.stringMatching(/^An example of none breaks the contract and is not used\. .*must be integer/)],
    [expect.stringMatching(/^An example of other breaks the contract and is not used\. .*required/)],
  ]);
  expect(await get("/none", { Prefer: "example=a" })).toMatchObject([500, {}]);
  await mock.close();
});

it("a 204 has no body, even if the document shows one", async () => {
  const responses = { "204": { description: "Done", content: { "application/json": { example: {} } } } };
  const paths = { "/a": { delete: { responses } } };
  const mock = await createMock({
    document: { openapi: "3.1.0", info: { title: "Empty", version: "1" }, paths },
  });
  const response = await mock.fetch("https://api.example.com/a", { method: "DELETE" });
  expect([response.status, await response.text()]).toEqual([204, ""]);
  await mock.close();
});
