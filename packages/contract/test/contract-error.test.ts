import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContractError, createContract } from "@ittybit/contract/create";
import { loadContract } from "@ittybit/contract/load";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Row = readonly [title: string, text: string, line: number, pointer: string, says: RegExp];

const open = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n";
const schema = (text: string) => `${open}paths: {}\ncomponents:\n  schemas:\n    A:\n      ${text}\n`;
const at = "/components/schemas/A";

const rows: readonly Row[] = [
  ["OpenAPI 3.3", "openapi: 3.3.0\n", 1, "/openapi", /"3\.3\.0" is not understood.*convert/],
  [
    "a construct of OpenAPI 3.2",
    "openapi: 3.2.0\npaths: {}\n$self: /a\n",
    3,
    "/$self",
    /\$self is new in OpenAPI 3\.2/,
  ],
  ["Swagger 2.0", "info: {}\nswagger: '2.0'\n", 2, "/swagger", /Swagger 2\.0.*Convert/],
  ["no version", "info: {}\n", 1, "", /openapi is missing/],
  ["a list", "- 1\n", 1, "", /openapi is missing|not an OpenAPI document/],
  ["invalid YAML", "openapi: 3.1.1\ninfo: {title: T\npaths: {}\n", 3, "", /Correct the YAML/],
  ["a key twice", "openapi: 3.1.1\nopenapi: 3.1.1\n", 2, "", /unique/],
  ["a cyclic alias", "openapi: 3.1.1\nx: &a\n  b: *a\n", 3, "", /\*a contains itself.*\$ref/],
  [
    "an alias bomb",
    `a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e]\n`,
    1,
    "",
    /aliases/,
  ],
  [
    "an unknown dialect",
    `${open}jsonSchemaDialect: http://json-schema.org/draft-07/schema#\n`,
    3,
    "/jsonSchemaDialect",
    /draft-07.*2020-12/,
  ],
  [
    "a schema of another dialect",
    schema("$schema: http://json-schema.org/draft-04/schema#"),
    6,
    at,
    /unknown schema dialect/,
  ],
  [
    "a missing file",
    `${open}paths: {}\nx:\n  $ref: nowhere.yaml\n`,
    5,
    "/x/$ref",
    /nowhere\.yaml does not exist/,
  ],
  ["a $ref to nowhere", schema("$ref: '#/components/schemas/B'"), 7, `${at}/$ref`, /leads nowhere/],
  ["a $ref to a lost anchor", schema("$ref: '#lost'"), 7, `${at}/$ref`, /leads nowhere/],
  ["a $ref that is a number", schema("$ref: 5"), 7, `${at}/$ref`, /not a string/],
  ["a schema that is text", `${open}paths: {}\ncomponents: {schemas: {A: text}}\n`, 4, at, /not a schema/],
  ["a schema that refers to itself", schema("$ref: '#/components/schemas/A'"), 6, at, /refers to itself/],
  [
    "a schema without end",
    schema("anyOf: [{allOf: [{$ref: '#/components/schemas/A'}]}]"),
    6,
    at,
    /refers to itself/,
  ],
  [
    "an unknown type",
    schema("type: strnig"),
    7,
    `${at}/type`,
    /cannot be used: must be one of array, boolean/,
  ],
  ["a negative length", schema("minLength: -1"), 7, `${at}/minLength`, /cannot be used: must be >= 0/],
  ["required as a boolean", schema("required: true"), 7, `${at}/required`, /cannot be used: must be array/],
  ["properties as a list", schema("properties: [a]"), 7, `${at}/properties`, /not a schema/],
  ["an empty enum in a branch", schema("oneOf: [{type: [a]}]"), 7, `${at}/oneOf/0/type`, /cannot be used/],
  ["a broken pattern", schema("pattern: '['"), 7, `${at}/pattern`, /not a regular expression/],
  ["an endless pattern", schema("pattern: '^(a+)+(?=b)$'"), 7, `${at}/pattern`, /endless time/],
  [
    "an anchor twice",
    schema("properties: {x: {$anchor: a}, y: {$anchor: a}}"),
    7,
    `${at}/properties/y`,
    /anchor "a"/,
  ],
  ["an $id twice", schema("properties: {x: {$id: a}, y: {$id: a}}"), 7, `${at}/properties/y`, /\$id/],
  ["a path without slash", `${open}paths:\n  media: {}\n`, 4, "/paths/media", /start with \//],
  [
    "a path parameter that is not declared",
    `${open}paths:\n  /m/{id}:\n    get: {responses: {}}\n`,
    5,
    "/paths/~1m~1{id}/get",
    /\{id\} is not declared/,
  ],
  [
    "a parameter without a place",
    `${open}paths:\n  /m:\n    get:\n      parameters: [{name: a}]\n`,
    6,
    "/paths/~1m/get/parameters/0/in",
    /no known location/,
  ],
  [
    "a parameter without a schema",
    `${open}paths:\n  /m:\n    get:\n      parameters: [{name: a, in: query}]\n`,
    6,
    "/paths/~1m/get/parameters/0",
    /needs a schema/,
  ],
  [
    "a style of another place",
    `${open}paths:\n  /m:\n    get:\n      parameters: [{name: a, in: query, style: matrix, schema: {}}]\n`,
    6,
    "/paths/~1m/get/parameters/0/style",
    /style "matrix"/,
  ],
  [
    "an unknown status",
    `${open}paths:\n  /m:\n    get: {responses: {'20x': {description: D}}}\n`,
    5,
    "/paths/~1m/get/responses/20x",
    /not a status/,
  ],
  [
    "a broken media type",
    `${open}paths:\n  /m:\n    get: {responses: {'200': {description: D, content: {json: {}}}}}\n`,
    5,
    "/paths/~1m/get/responses/200/content/json",
    /not a media type/,
  ],
  [
    "an undefined security scheme",
    `${open}security: [{key: []}]\npaths:\n  /m:\n    get: {responses: {}}\n`,
    3,
    "/security",
    /key is not defined/,
  ],
  [
    "an undefined server variable",
    `${open}servers: [{url: 'https://{a}.b'}]\npaths:\n  /m:\n    get: {responses: {}}\n`,
    3,
    "/servers/0/url",
    /\{a\} is not defined/,
  ],
  [
    "an operationId twice",
    `${open}paths:\n  /a: {get: {operationId: x}}\n  /b: {get: {operationId: x}}\n`,
    5,
    "/paths/~1b/get/operationId",
    /two operations/,
  ],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contract-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a document is refused at load for", () => {
  test.each(rows)("%s", async (_, text, line, pointer, says) => {
    const file = join(folder, "openapi.yaml");
    writeFileSync(file, text);
    const error = await loadContract(file).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ContractError);
    const { file: name, line: found, pointer: place, message } = error as ContractError;
    expect({ line: found, place, named: name?.endsWith("openapi.yaml") }).toEqual({
      line,
      place: pointer,
      named: true,
    });
    expect(message).toMatch(says);
  });

  test("a file that does not exist", async () => {
    await expect(loadContract(join(folder, "none.yaml"))).rejects.toThrow(
      /none\.yaml does not exist.*Correct the path/,
    );
  });

  test.each([[null], ["text"], [[]], [42]])("the value %j", (value) => {
    expect(() => createContract(value)).toThrow(ContractError);
  });
});

test("what has no effect is told once, and does not stop the document", () => {
  const schema = { type: "string", format: "colour", nullable: true, contentSchema: {} };
  const components = { schemas: { A: schema, B: schema } };
  const contract = createContract({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components,
  });
  expect(contract.notices.map(({ code, name }) => `${code} ${name}`)).toEqual([
    "unknown-format colour",
    "unknown-keyword nullable",
    "not-asserted contentSchema",
  ]);
});
