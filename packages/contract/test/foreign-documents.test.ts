import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HeaderPair } from "@ittybit/contract";
import { createContract } from "@ittybit/contract/create";
import { loadContract } from "@ittybit/contract/load";
import { describe, expect, test } from "vitest";

const json: HeaderPair = ["Content-Type", "application/json"];

interface Given {
  readonly responses: object;
  readonly status?: number;
  readonly headers?: readonly HeaderPair[];
  readonly body?: string;
}

/** Categories and codes of the findings on a response of a document with one operation. */
async function findingsOn({
  responses,
  status = 200,
  headers = [json],
  body = "{}",
}: Given): Promise<string[]> {
  const contract = createContract(documentOf(responses));
  const response = { status, headers, body: new TextEncoder().encode(body) };
  const { findings } = await contract.checkResponse({ method: "GET", url: "/a" }, response);
  return findings.map((finding) => `${finding.category} ${finding.code}`);
}

function documentOf(responses: object, paths: object = {}): object {
  const info = { title: "T", version: "1" };
  return { openapi: "3.1.1", info, paths: { "/a": { get: { responses } }, ...paths } };
}

function ok(schema: object, type = "application/json"): object {
  return { "200": { description: "ok", content: { [type]: { schema } } } };
}

describe("multipleOf is decimal arithmetic", () => {
  test.each([
    [19.99, 0.01, true],
    [0.07, 0.01, true],
    [1.1, 0.1, true],
    [4.35, 0.01, true],
    [1e308, 0.5, true],
    [1e-7, 1e-8, true],
    [0.075, 0.01, false],
    [1e-11, 1, false],
    [7, 2, false],
    [-0.3, 0.1, true],
  ])("%d is a multiple of %d: %s", async (value, multipleOf, isMultiple) => {
    const found = await findingsOn({ responses: ok({ multipleOf }), body: JSON.stringify(value) });
    expect(found).toEqual(isMultiple ? [] : ["violation schema"]);
  });
});

describe("date-time is that of RFC 3339", () => {
  test.each([
    ["2024-01-01T00:00:00Z", true],
    ["2024-01-01t00:00:00.123456789z", true],
    ["2016-12-31T23:59:60Z", true],
    ["2024-01-01T00:00:00+05:30", true],
    ["2024-01-01T00:00:00+0530", false],
    ["2024-01-01T00:00:00+05", false],
    ["2024-01-01 00:00:00Z", false],
    ["2024-01-01T00:00:00", false],
    ["2024-02-30T00:00:00Z", false],
  ])("%s: %s", async (text, isValid) => {
    const found = await findingsOn({ responses: ok({ format: "date-time" }), body: JSON.stringify(text) });
    expect(found).toEqual(isValid ? [] : ["violation schema"]);
  });
});

describe("a success that only default documents", () => {
  const responses = {
    ...ok({ type: "object" }),
    default: { description: "else", content: { "application/json": { schema: { required: ["a"] } } } },
  };
  test("conforms when default describes it", async () => {
    expect(await findingsOn({ responses, status: 202, body: '{"a":1}' })).toEqual([]);
  });

  test("is an undocumented status when default describes something else", async () => {
    expect(await findingsOn({ responses, status: 202 })).toEqual(["drift status-undocumented"]);
  });
});

test("an empty text body is the empty string", async () => {
  const headers: HeaderPair[] = [["Content-Type", "text/plain"]];
  const given = { headers, body: "" };
  expect(await findingsOn({ ...given, responses: ok({ type: "string" }, "text/plain") })).toEqual([]);
  const longer = ok({ type: "string", minLength: 1 }, "text/plain");
  expect(await findingsOn({ ...given, responses: longer })).toEqual(["violation schema"]);
});

test("a body where a response documents no content is drift, and where HTTP allows none a violation", async () => {
  expect(await findingsOn({ responses: { "200": { description: "ok" } } })).toEqual([
    "drift body-undocumented",
  ]);
  const responses = { "204": { description: "done" } };
  expect(await findingsOn({ responses, status: 204 })).toEqual(["violation body-unexpected"]);
});

test("a schema that bytes cannot be checked against is reported as unchecked", async () => {
  const headers: HeaderPair[] = [["Content-Type", "application/yaml"]];
  const responses = ok({ type: "object", required: ["a"] }, "application/yaml");
  expect(await findingsOn({ responses, headers, body: "b: 1\n" })).toEqual(["unchecked unchecked"]);
  expect(await findingsOn({ responses: ok({ type: "string" }, "application/yaml"), headers })).toEqual([]);
});

test("an undocumented query parameter is drift, and a violation where the contract closes requests", async () => {
  const contract = createContract(documentOf(ok({})));
  const request = { method: "GET", url: "/a?_=1", headers: [], body: null };
  const codes = async (closedQuery: boolean) =>
    (await contract.with({ closedQuery }).checkRequest(request)).findings.map(({ category }) => category);
  expect(await codes(false)).toEqual(["drift"]);
  expect(await codes(true)).toEqual(["violation"]);
});

describe("a document loads with", () => {
  test.each([
    ["a long counted repetition", { pattern: "^.{0,262144}$" }, '"a"', true],
    ["a backreference to a character", { pattern: "^([\"']).*\\1$" }, "\"'a'\"", true],
    ["a backreference that does not match", { pattern: "^([\"']).*\\1$" }, '"\'a"', false],
  ])("%s", async (_, schema, body, isValid) => {
    expect(await findingsOn({ responses: ok(schema), body })).toEqual(isValid ? [] : ["violation schema"]);
  });

  test.each(["base", "2024-11-10"])("the OpenAPI dialect %s", (version) => {
    const jsonSchemaDialect = `https://spec.openapis.org/oas/3.1/dialect/${version}`;
    expect(() => createContract({ ...documentOf(ok({})), jsonSchemaDialect })).not.toThrow();
  });

  test("a $ref in examples, defaults and extensions, which is data", async () => {
    const folder = mkdtempSync(join(tmpdir(), "data-"));
    const reference = { schema: { $ref: "other.json#/x" } };
    const schema = {
      examples: [reference],
      default: reference,
      "x-note": reference,
      properties: { value: {} },
    };
    const document = { ...documentOf(ok(schema)), "x-note": { $ref: "other.json" } };
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
    await expect(loadContract(join(folder, "openapi.json"))).resolves.toBeDefined();
    rmSync(folder, { recursive: true });
  });
});

describe("a document is refused for", () => {
  test("two paths that differ in the name of a variable", () => {
    const item = { get: { responses: ok({}) } };
    const parameter = (name: string) => ({ name, in: "path", required: true, schema: {} });
    const paths = {
      "/q/{a}": { ...item, parameters: [parameter("a")] },
      "/q/{b}": { ...item, parameters: [parameter("b")] },
    };
    expect(() => createContract(documentOf(ok({}), paths))).toThrow("/q/{b} and /q/{a} are the same path");
  });

  test("a version without quotes", () => {
    expect(() => createContract({ ...documentOf(ok({})), openapi: 3.1 })).toThrow("in quotes");
    expect(() => createContract({ ...documentOf(ok({})), openapi: 2 })).toThrow(
      "OpenAPI 2 is not understood",
    );
  });
});
