import contract, { formatFinding } from "@ittybit/contract";
import { createContract } from "@ittybit/contract/create";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { documentedResponses } from "@ittybit/test-support/traffic/documented-responses";
import { describe, expect, test } from "vitest";

describe.each([
  ["precompiled", contract.with({ drift: "error" })],
  ["compiled at run time", createContract(document, { drift: "error" })],
])("the Ittybit contract, %s", (_, contract) => {
  test.each(documentedResponses(document))(
    "has nothing to say about its own example: $title",
    async (documented) => {
      const report = await contract.checkResponse(documented.asked, documented.response);
      expect(report.operationId).toBe(documented.operationId);
      expect(report.findings).toEqual([]);
    },
  );

  test("names the parameter, the rule and its place in spec/", async () => {
    const { findings } = await contract.checkRequest({
      method: "GET",
      url: "https://api.ittybit.com/media?limit=500",
      headers: [["authorization", "bearer key"]],
      body: null,
    });
    expect(findings).toMatchObject([
      {
        code: "schema",
        keyword: "maximum",
        severity: "error",
        operationId: "listMedia",
        at: { in: "query", name: "limit" },
        contract: { pointer: "/components/parameters/Limit/schema/maximum" },
      },
    ]);
  });
});

test.each([
  ["neither file nor url", { title: "x" }, 'request body: "file" or "url" is required, but missing'],
  [
    "both file and url",
    { file: new File(["x"], "a.mp4", { type: "video/mp4" }), url: "https://a.test/a.mp4" },
    'request body: "file" and "url" exclude each other; send only one',
  ],
])("a creation with %s has one finding that says so", async (_, fields, message) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const encoded = new Response(form);
  const { findings } = await contract.checkRequest({
    method: "POST",
    url: "https://uploads.ittybit.com/media",
    headers: [
      ["authorization", "Bearer key"],
      ["content-type", encoded.headers.get("content-type") ?? ""],
    ],
    body: new Uint8Array(await encoded.arrayBuffer()),
  });
  expect(findings.map(formatFinding)).toEqual([message]);
});

test("the precompiled contract knows files and lines", async () => {
  const url = "https://api.ittybit.com/media?limit=500";
  const { findings } = await contract.checkRequest({ method: "GET", url, headers: [], body: null });
  const limit = findings.find(({ at }) => at.name === "limit");
  expect(limit?.contract?.file).toBe("spec/components/parameters/Limit.yaml");
});
