import { edgeCases } from "@ittybit/test-support/documents/edge-cases";
import { expect, test } from "vitest";
import { bytes, summarize } from "./messages.js";

const base = "https://edge.example.com/api/v1";

const forms: readonly (readonly [form: string, findings: readonly string[]])[] = [
  ["name=a", []],
  ["name=a+b%20c&ages=1&ages=2", []],
  ["name=a&tags=x|y", []],
  ["name=a&extra=%7B%22a%22%3Atrue%7D", []],
  ["name=a&token=t", []],
  ["ages=1", ['error required "name" body']],
  ["name=", ["error minLength body /name"]],
  ["name=a&name=b", ["error value-repeated body name"]],
  ["name=a&ages=x", ["error type body /ages/0"]],
  ["name=a&id=1", ["error read-only-sent body /id"]],
  ["name=a&more=1", ['error additionalProperties "more" body']],
  ["name=a&extra=x", ["error type body /extra"]],
  ["name=%zz", ["error value-malformed body name", 'error required "name" body']],
];

test.each(forms)("a form: %s", async (form, expected) => {
  const headers = [["content-type", "application/x-www-form-urlencoded"]] as const;
  const { findings } = await edgeCases.checkRequest({
    method: "POST",
    url: `${base}/form`,
    headers,
    body: bytes(form),
  });
  expect(findings.map(summarize).sort()).toEqual([...expected].sort());
});

test.each([
  ["a read-only id", { id: "x", kind: "leaf", secret: "s" }, ["error read-only-sent body /id"]],
  ["no read-only id, though it is required", { kind: "leaf", secret: "s" }, []],
  ["no secret", { kind: "leaf" }, ['error required "secret" body']],
  [
    "a read-only area inside oneOf",
    { kind: "leaf", secret: "s", shape: { type: "circle", r: 1, area: 3 } },
    ["error read-only-sent body /shape/area"],
  ],
  [
    "a write-only pin inside oneOf",
    { kind: "leaf", secret: "s", shape: { type: "square", side: 1, pin: "1" } },
    [],
  ],
])("putItem is sent %s", async (_, value, expected) => {
  const request = {
    method: "PUT",
    url: `${base}/items/a?api_key=k`,
    headers: [["Content-Type", "application/json"]] as const,
    body: bytes(JSON.stringify(value)),
  };
  expect((await edgeCases.checkRequest(request)).findings.map(summarize)).toEqual(expected);
});
