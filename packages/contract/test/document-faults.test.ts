import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ContractError, createContract, documentFaultLines } from "@ittybit/contract/create";
import { loadContract } from "@ittybit/contract/load";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const head = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n";
const operation = (text: string) => `${head}paths:\n  /a:\n    get:\n      ${text}\n`;

/** What each document breaks: a line of it, and what is reported there. */
const refused: readonly (readonly [title: string, text: string, line: number, says: RegExp])[] = [
  ["servers as an object", `${head}paths: {}\nservers:\n  url: /v1\n`, 4, /servers must be an array/],
  [
    "an empty enum of a server variable",
    `${head}paths: {}\nservers:\n  - url: https://{a}.example\n    variables:\n      a:\n        enum: []\n        default: b\n`,
    8,
    /enum is empty/,
  ],
  [
    "a default outside the enum of a server variable",
    `${head}paths: {}\nservers:\n  - url: https://{a}.example\n    variables:\n      a:\n        enum: [a]\n        default: b\n`,
    9,
    /the default of the server variable a is not in its enum/,
  ],
  [
    "an unknown container",
    `${head}paths: {}\noverlays: {}\n`,
    4,
    /there is no field overlays here.*x-overlays/,
  ],
  ["no container", head, 1, /paths, components and webhooks are missing/],
  [
    "a parameter twice",
    operation(
      "parameters: [{name: a, in: query, schema: {}}, {$ref: '#/components/parameters/A'}]\ncomponents: {parameters: {A: {name: a, in: query, schema: {}}}}",
    ),
    6,
    /the query parameter a is listed twice/,
  ],
  ["an unknown field of an operation", operation("requestBdy: {content: {}}"), 6, /no field requestBdy/],
  [
    "allowReserved in a header",
    `${head}components:\n  headers:\n    A:\n      schema: {}\n      allowReserved: true\n`,
    7,
    /no field allowReserved/,
  ],
  [
    "a name that required repeats",
    `${head}components:\n  schemas:\n    A:\n      required:\n        - a\n        - b\n        - a\n`,
    9,
    /required lists "a" twice/,
  ],
  [
    "a limit that is a boolean",
    `${head}components:\n  schemas:\n    A:\n      type: number\n      minimum: 0\n      exclusiveMinimum: true\n`,
    8,
    /exclusiveMinimum must be a number/,
  ],
];

const noticed: typeof refused = [
  ["no info", "openapi: 3.1.1\npaths: {}\n", 1, /info is missing/],
  ["no description of a response", operation("responses: {'200': {}}"), 6, /description is missing/],
  [
    "example beside examples",
    `${head}components:\n  parameters:\n    A:\n      name: a\n      in: query\n      schema: {}\n      example: b\n      examples: {c: {value: d}}\n`,
    5,
    /example and examples exclude each other/,
  ],
  [
    "an unknown field of a link",
    `${head}components:\n  links:\n    A:\n      operationId: b\n      body: {}\n`,
    7,
    /there is no field body here/,
  ],
  ["a description that is null", operation("description:"), 6, /description must be a string/],
  ["responses without a status", operation("responses: {x-note: a}"), 6, /no status is described/],
  ["empty responses", operation("responses: {}"), 6, /responses is empty/],
  ["a tag twice", `${head}paths: {}\ntags:\n  - name: a\n  - name: a\n`, 6, /the tag a is described twice/],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "document-faults-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string, lenient = false) {
  const file = join(folder, "openapi.yaml");
  writeFileSync(file, text);
  return loadContract(file, { lenient });
}

describe("a document is refused for", () => {
  test.each(refused)("%s, and accepted with a notice when lenient", async (_, text, line, says) => {
    const error: ContractError = await load(text).catch((thrown) => thrown);
    expect(error.faults.map((fault) => [fault.line, fault.message])).toEqual([
      [line, expect.stringMatching(says)],
    ]);
    expect(error.message).toMatch(/\nWith --lenient-document \(lenient: true\), these are notices\.$/);
  });

  test.each(refused.filter(([title]) => title !== "servers as an object"))(
    "%s only if not lenient",
    async (_, text, line) => {
      const { notices } = await load(text, true);
      expect(documentFaultLines(notices)).toEqual([expect.stringMatching(`openapi\\.yaml:${line}: `)]);
    },
  );
});

test.each(noticed)("%s is a notice", async (_, text, line, says) => {
  const lines = documentFaultLines((await load(text)).notices);
  expect(lines).toEqual([expect.stringMatching(says)]);
  expect(lines[0]).toContain(`openapi.yaml:${line}: `);
});

test("one run reports all faults of a document, in the order of its lines", async () => {
  const text = `${head}paths:
  /a/{id}:
    get: {operationId: same}
  b: {}
  /c:
    get: {operationId: same, parameters: [{name: q, in: body, schema: {}}]}
    post: {operationId: same}
components:
  schemas:
    A: {$ref: '#/components/schemas/Z'}
    B: {type: strnig}
    C: {required: [a, a]}
    D:
      type: int
      properties:
        a: {maxLength: long}
      required: [a,
        b, a,
        b]
`;
  const { faults, message }: ContractError = await load(text).catch((thrown) => thrown);
  expect(faults.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
    "5 path parameter {id} is not declared",
    "6 a path does not start with /",
    "8 parameter q has no known location",
    '12 $ref "#/components/schemas/Z" leads nowhere',
    "13 this schema cannot be used: must be one of array, boolean, integer, null, number, object, string",
    '14 required lists "a" twice',
    "16 this schema cannot be used: must be one of array, boolean, integer, null, number, object, string",
    "18 this schema cannot be used: must be integer",
    '20 required lists "a" twice',
    '21 required lists "b" twice',
  ]);
  expect(message.split("\n")).toHaveLength(faults.length);
});

test("faults in the files of a document name their file", async () => {
  writeFileSync(join(folder, "item.yaml"), "get:\n  responses:\n    '200': {description: ok, contnet: {}}\n");
  const error: ContractError = await load(`${head}paths:\n  /a: {$ref: item.yaml}\n`).catch(
    (thrown) => thrown,
  );
  expect(error.message).toMatch(/item\.yaml:3: there is no field contnet here/);
});

test.each([
  [{ minimum: 0, exclusiveMinimum: true }, [1], [0]],
  [{ minimum: 0, exclusiveMinimum: false }, [0], [-1]],
  [{ exclusiveMaximum: true }, [1e9], []],
  [{ maximum: 3, exclusiveMaximum: true }, [2], [3]],
])("when lenient, %j is read as OpenAPI 3.0 means it", async (limits, valid, invalid) => {
  const content = { "application/json": { schema: { type: "number", ...limits } } };
  const responses = { "200": { description: "ok", content } };
  const document = {
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    paths: { "/a": { get: { responses } } },
  };
  const contract = createContract(document, { lenient: true });
  for (const value of [...valid, ...invalid]) {
    const response = {
      status: 200,
      headers: [["content-type", "application/json"]] as const,
      body: new TextEncoder().encode(String(value)),
    };
    const { findings } = await contract.checkResponse({ method: "GET", url: "/a", headers: [] }, response);
    expect(findings.map(({ code }) => code)).toEqual(valid.includes(value) ? [] : ["schema"]);
  }
});

test("a name that required repeats has no effect on checks when lenient", async () => {
  const schema = { type: "object", required: ["a", "a"] };
  const content = { "application/json": { schema } };
  const responses = { "200": { description: "ok", content } };
  const info = { title: "T", version: "1" };
  const document = { openapi: "3.1.1", info, paths: { "/a": { get: { responses } } } };
  const contract = createContract(document, { lenient: true });
  const check = (body: string) =>
    contract.checkResponse(
      { method: "GET", url: "https://api.example.com/a" },
      { status: 200, headers: [["Content-Type", "application/json"]], body: Buffer.from(body) },
    );
  expect((await check('{"a":1}')).findings).toEqual([]);
  expect((await check("{}")).findings).toHaveLength(1);
});
