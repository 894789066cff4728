import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import contract, { type Finding } from "@ittybit/contract";
import { loadContract } from "@ittybit/contract/load";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const value = document.components.examples.VideoComplete.value;

/** A changed response, the file that holds the broken rule, and what its line says. */
const rows: readonly (readonly [string, object, string, RegExp])[] = [
  ["minLength", { id: "" }, "spec/components/schemas/MediaSummary.yaml", /^\s+minLength: 1$/],
  ["type", { filesize: "1" }, "spec/components/schemas/MediaSummary.yaml", /^\s+type: integer$/],
  ["minimum", { filesize: -1 }, "spec/components/schemas/MediaSummary.yaml", /^\s+minimum: 0$/],
  ["format", { created: "x" }, "spec/components/schemas/Timestamp.yaml", /^format: date-time$/],
  ["enum-value-undocumented", { kind: "x" }, "spec/components/schemas/MediaKind.yaml", /^x-extensible-enum:/],
  [
    "additionalProperties",
    { metadata: { a: 1 } },
    "spec/components/schemas/Metadata.yaml",
    /^\s+type: string$/,
  ],
  [
    "property-undocumented",
    { urls: { ...value.data.urls, x: 1 } },
    "spec/components/schemas/MediaUrls.yaml",
    /^properties:$/,
  ],
  ["required", { urls: {} }, "spec/components/schemas/MediaUrls.yaml", /^ {2}- playback$/],
  ["required of allOf", { kind: undefined }, "spec/components/schemas/MediaSummary.yaml", /^ {2}- kind$/],
  ["required beside allOf", { sources: undefined }, "spec/components/schemas/Media.yaml", /^ {6}- sources$/],
];

describe("a finding names the file and line of the rule", () => {
  test.each(rows)("%s", async (_, change, file, line) => {
    const body = new TextEncoder().encode(JSON.stringify({ ...value, data: { ...value.data, ...change } }));
    const headers = [["content-type", "application/json"]] as const;
    const asked = { method: "GET", url: "https://api.ittybit.com/media/1" };
    const { findings } = await contract.checkResponse(asked, { status: 200, headers, body });
    expect(findings[0]?.contract?.file).toBe(file);
    expect(lineOf(findings[0])).toMatch(line);
  });

  test.each([
    [
      "GET",
      "https://api.ittybit.com/media?limit=0",
      "spec/components/parameters/Limit.yaml",
      /^\s+minimum: 1$/,
    ],
    ["GET", "https://api.ittybit.com/media?order=x", "spec/components/parameters/Order.yaml", /^\s+enum:$/],
    ["GET", "https://api.ittybit.com/media", "spec/openapi.yaml", /^\s+apiKey:$/],
    ["POST", "https://uploads.ittybit.com/media", "spec/paths/media.yaml", /^\s+requestBody:$/],
  ])("%s %s", async (method, url, file, line) => {
    const { findings } = await contract.checkRequest({ method, url, headers: [], body: null });
    const found = findings.find((finding) => finding.contract?.file === file);
    expect(lineOf(found)).toMatch(line);
  });

  test("and so it does for a document loaded from its files", async () => {
    const loaded = await loadContract(`${root}spec/openapi.yaml`);
    const url = "https://api.ittybit.com/media?limit=0";
    const { findings } = await loaded.checkRequest({ method: "GET", url, headers: [], body: null });
    const limit = findings.find(({ at }) => at.name === "limit");
    expect(limit?.contract?.file).toMatch(/spec\/components\/parameters\/Limit\.yaml$/);
    expect(lineOf(limit)).toMatch(/^\s+minimum: 1$/);
  });
});

describe("a missing property names the line that lists it", () => {
  const folder = mkdtempSync(join(tmpdir(), "locate-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const linesOf = async (file: string) => {
    const body = new TextEncoder().encode("{}");
    const { findings } = await (await loadContract(file, { lenient: true })).checkResponse(
      { method: "GET", url: "https://a.test/" },
      { status: 200, headers: [["content-type", "application/json"]], body },
    );
    return findings.map(({ contract: at, ...finding }) => [
      "property" in finding && finding.property,
      at?.file?.replace(/^.*\//, ""),
      at?.line,
    ]);
  };
  const head = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://a.test" }]
paths:
  /:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
`;

  test("in each member of allOf, in the file of each, past names that do not count here", async () => {
    write(
      "base.yaml",
      "type: object\nrequired:\n  - a\n  - sent\n  - a\n  - b\nproperties:\n  sent: { writeOnly: true }\n",
    );
    const file = write(
      "openapi.yaml",
      `${head}                allOf:\n                  - $ref: base.yaml\n                  - required: [c]\n                required: [\n                  d]\n`,
    );
    expect(await linesOf(file)).toEqual([
      ["c", "openapi.yaml", 15],
      ["d", "openapi.yaml", 17],
      ["a", "base.yaml", 3],
      ["b", "base.yaml", 6],
    ]);
  });

  test("in JSON", async () => {
    const schema = '{"required": [\n"a",\n"b"]}';
    const content = `{"application/json": {"schema": ${schema}}}`;
    const get = `{"get": {"responses": {"200": {"description": "ok", "content": ${content}}}}}`;
    const file = write(
      "openapi.json",
      `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "servers": [{"url": "https://a.test"}], "paths": {"/": ${get}}}`,
    );
    expect(await linesOf(file)).toEqual([
      ["a", "openapi.json", 2],
      ["b", "openapi.json", 3],
    ]);
  });
});

function lineOf(finding: Finding | undefined): string | undefined {
  const { file, line } = finding?.contract ?? {};
  return file && line ? readFileSync(root + file, "utf8").split("\n")[line - 1] : undefined;
}
