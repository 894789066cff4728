import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import contract, { type Finding } from "@ittybit/contract";
import { loadContract } from "@ittybit/contract/load";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { describe, expect, test } from "vitest";

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
  ["required", { urls: {} }, "spec/components/schemas/MediaUrls.yaml", /^required:$/],
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

function lineOf(finding: Finding | undefined): string | undefined {
  const { file, line } = finding?.contract ?? {};
  return file && line ? readFileSync(root + file, "utf8").split("\n")[line - 1] : undefined;
}
