import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange } from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { documentedAnswers } from "../../../packages/contract/test/documented-answers.js";
import { qa } from "../../../packages/qa/test/command.js";
import { cleanTraffic, toNdjson } from "../../../packages/qa/test/traffic.js";
import { type Draft, type Fault, faults } from "./faults.js";

const root = join(import.meta.dirname, "../../..");
const answers = documentedAnswers(document);

/** The traffic of a fault: the documented answer, altered. */
function seeded({ on: [operationId, status], alter }: Fault): Exchange {
  const index = answers.findIndex((one) => one.operationId === operationId && one.response.status === status);
  const { request, response } = cleanTraffic[index] as Exchange;
  const draft: Draft = {
    status,
    url: request.url,
    headers: response.headers.map(([name, value]) => [name, value]),
    requestHeaders: request.headers.map(([name, value]) => [name, value]),
    body: JSON.parse(Buffer.from(response.body as Uint8Array).toString()),
  };
  alter(draft);
  return {
    request: { ...request, url: draft.url, headers: draft.requestHeaders },
    response: { status: draft.status, headers: draft.headers, body: bodyOf(draft) },
  };
}

function bodyOf(draft: Draft): Exchange["response"]["body"] {
  if (!("raw" in draft)) return Buffer.from(JSON.stringify(draft.body));
  return typeof draft.raw === "string" ? Buffer.from(draft.raw) : draft.raw;
}

test(`there are at least 60 faults, ${faults.length} of them`, () => {
  expect(faults.length).toBeGreaterThanOrEqual(60);
});

test.each(faults.map((fault) => [fault.title, fault] as const))("finds %s", async (_, fault) => {
  const { out } = await qa(["check", "-", "--report", "json"], toNdjson([...cleanTraffic, seeded(fault)]));
  const { findings } = JSON.parse(out);
  const [what, file, text] = fault.found;
  const places = findings.map(({ code, contract }: { code: string; contract: Place }) => [
    code === "schema" ? contract.pointer.slice(contract.pointer.lastIndexOf("/") + 1) : code,
    contract.file,
    lineOf(contract),
  ]);
  expect(places).toContainEqual([what, expect.stringContaining(file), expect.stringContaining(text)]);
});

interface Place {
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
}

function lineOf({ file, line }: Place): string {
  return readFileSync(join(root, file), "utf8").split("\n")[line - 1] ?? "";
}
