import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qa } from "@ittybit/test-support/commands/qa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mappableHosts } from "../src/checker/open-contract.js";

const document = `openapi: 3.1.1
info: {title: T, version: '1'}
servers: [{url: https://api.example.com}]
paths:
  /a:
    get:
      respones: {}
      responses:
        '200': {description: ok, content: {application/json: {schema: {required: [a, a]}}}}
    put:
      responses:
        '200': {}
`;

const exchange = {
  request: { method: "GET", url: "https://api.example.com/a", headers: [], body: null },
  response: { status: 200, headers: [["Content-Type", "application/json"]], body: '{"a":1}' },
};

let folder: string;
let spec: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qa-document-"));
  spec = join(folder, "openapi.yaml");
  await writeFile(spec, document);
});
afterAll(() => rm(folder, { recursive: true }));

const check = (...flags: readonly string[]) =>
  qa(["check", "-", "--spec", spec, "--report", "json", ...flags], `${JSON.stringify(exchange)}\n`);

/** Lines of standard error that name a line of the document. */
const faults = (err: string) =>
  err.split("\n").flatMap((line) => /openapi\.yaml:(\d+: .*) \(at/.exec(line)?.[1] ?? []);

test("a document with faults is refused, with all of them", async () => {
  const { code, out, err } = await check();
  expect([code, out]).toEqual([2, ""]);
  expect(faults(err)).toEqual(["7: there is no field respones here", '9: required lists "a" twice']);
  expect(err).toMatch(/--lenient-document/);
});

test("--lenient-document checks, and reports the faults", async () => {
  const { code, out, err } = await check("--lenient-document");
  expect([code, JSON.parse(out).exchanges.checked, JSON.parse(out).findings]).toEqual([0, 1, []]);
  expect(faults(err)).toEqual([
    "7: there is no field respones here",
    '9: required lists "a" twice',
    "12: description is missing",
  ]);
});

test("traffic for other hosts only is reported with the hosts of the document", async () => {
  const elsewhere = structuredClone(exchange);
  elsewhere.request.url = "https://other.example.com/a";
  const args = ["check", "-", "--spec", spec, "--lenient-document"];
  const { code, err } = await qa(args, `${JSON.stringify(elsewhere)}\n`);
  expect([code, err]).toEqual([2, expect.stringContaining("with --server HOST=api.example.com.\n")]);
});

test("hosts with variables are named as they can be mapped to", () => {
  const server = { url: "", scheme: "https", basePath: "" };
  const variables = { region: ["eu", "us"], name: null };
  const servers = [
    { ...server, host: "{region}.example.com", variables },
    { ...server, host: "{name}.example.com", variables },
    { ...server, host: null, variables: {} },
  ];
  expect(mappableHosts(servers)).toEqual(["eu.example.com", "name.example.com"]);
});
