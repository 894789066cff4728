import { createContract } from "@ittybit/contract/create";
import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedNames } from "../src/body/repeated-names.js";

const find = (text: string) =>
  repeatedNames(text, JSON.parse(text)).map(({ pointer, times }) => `${pointer} ${times}`);

test.each([
  ['{"a":1,"a":2}', ["/a 2"]],
  ['{"a":1,"b":{"c":[{},{"d":1,"e":2,"d":3,"d":4}]}}', ["/b/c/1/d 3"]],
  ['[{"a":1},{"a":1}]', []],
  ['{"a":1,"\\u0061":2}', ["/a 2"]],
  ['{"a" : 1, "a" : 2, "b":1}', ["/a 2"]],
  ['{"a"\n:1,"a"\n:2}', ["/a 2"]],
  ['{"a":"\\":","a\\":":1}', []],
  ['{"x":"\\":","a":1,"a":1}', ["/a 2"]],
  ['{"a\\\\":1,"a":2,"a/b":1,"a/b":1}', ["/a~1b 2"]],
  ['{"__proto__":1,"__proto__":2}', ["/__proto__ 2"]],
  ['"text"', []],
  ["[]", []],
] as const)("%s", (text, expected) => {
  expect(find(text)).toEqual(expected);
});

test("no text that JSON.stringify writes repeats a name, and a member written twice is found", () => {
  const anyObject = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(anyObject, fc.constantFrom(0, 1, "\t"), (object, indent) => {
      const text = JSON.stringify([object], null, indent);
      expect(find(text)).toEqual([]);
      const [name = ""] = Object.keys(object);
      const twice = `{${JSON.stringify(name)}: 1,${JSON.stringify(object, null, indent).slice(1)}`;
      expect(find(twice)).toHaveLength(1);
    }),
  );
});

test("a deep text is read to its end", () => {
  const depth = 20_000;
  expect(find(`${"[".repeat(depth)}{"a":1,"a":2}${"]".repeat(depth)}`)).toHaveLength(1);
});

test("a repeated name in a body is a finding at its place", async () => {
  const responses = { "200": { description: "ok", content: { "application/json": { schema: {} } } } };
  const info = { title: "T", version: "1" };
  const contract = createContract({ openapi: "3.1.1", info, paths: { "/a": { get: { responses } } } });
  const { findings } = await contract.checkResponse(
    { method: "GET", url: "https://api.example.com/a" },
    {
      status: 200,
      headers: [["Content-Type", "application/json"]],
      body: Buffer.from('{"data":{"id":1,"id":2}}'),
    },
  );
  expect(findings).toMatchObject([
    { code: "value-repeated", severity: "error", at: { in: "body", pointer: "/data/id" }, times: 2 },
  ]);
});
