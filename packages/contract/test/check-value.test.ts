import { createContract } from "@ittybit/contract/create";
import { expect, test } from "vitest";

const schema = {
  type: "object",
  required: ["id"],
  dependentRequired: { size: ["unit"] },
  properties: { id: { type: "string" }, size: { type: "integer" } },
};
const content = { "application/json": { schema } };
const contract = createContract({
  openapi: "3.1.0",
  info: { title: "Items", version: "1" },
  servers: [{ url: "https://items.test" }],
  paths: {
    "/": { get: { operationId: "getItem", responses: { 200: { description: "An item", content } } } },
  },
});

async function found(value: unknown) {
  const request = { method: "GET", url: "https://items.test/", headers: [] };
  const response = {
    status: 200,
    headers: [["content-type", "application/json"]] as const,
    body: Buffer.from(JSON.stringify(value)),
  };
  return (await contract.checkResponse(request, response)).findings.map((finding) => ({
    keyword: finding.code === "schema" ? finding.keyword : finding.code,
    expected: finding.expected,
    actual: finding.actual,
  }));
}

test.each([
  ["a required property", { size: null }, "required", 'an object with "id"', "nothing"],
  [
    "one that another requires",
    { id: "a", size: 1 },
    "dependentRequired",
    'an object with "unit"',
    "nothing",
  ],
  ["a value of another type", { id: 1 }, "type", "string", "1"],
])("what is wrong with %s is shown as what came, nothing where it is missing", async (...row) => {
  const [, value, keyword, expected, actual] = row;
  expect(await found(value)).toContainEqual({ keyword, expected, actual });
});
