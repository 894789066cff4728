import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createMock, type Mock } from "@ittybit/mock";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readCurl } from "../../docs/.vitepress/theme/curl-request.js";
import { samplesOf } from "../../scripts/docs/samples/sample.js";
import type { Document } from "../../scripts/generate/document/document.js";
import { operationList } from "../../scripts/generate/document/operation-list.js";

const bundle = document as unknown as Document;
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

/** Commands that a page cannot run: they print nothing of the API, or do more than one call. */
const terminalOnly = /^curl .*\n(?=curl)|\s(\||>)|--retry|__mock/m;

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ stateless: true });
  url = (await mock.listen({ port: 0 })).url;
});
afterAll(() => mock?.close());

/** The status of the mock's response to a command as a page sends it. */
async function statusOf(text: string): Promise<number | undefined> {
  const request = readCurl(text, url);
  return request && (await fetch(request.url, request.init)).status;
}

it.each(operationList(bundle))("a page can run the sample of $operation.operationId", async (listed) => {
  const [sample] = samplesOf(bundle, listed).filter(({ language }) => language.id === "curl");
  const request = readCurl(sample?.text ?? "", url);
  expect([request?.init.method, await statusOf(sample?.text ?? "")]).toEqual([
    listed.method,
    expect.toSatisfy((status: number) => status >= 200 && status < 300),
  ]);
});

it("a page can run every curl command of the guides that is one call", async () => {
  const names = ["index.md", ...(await readdir(`${docs}guides`)).map((name) => `guides/${name}`)];
  const texts = await Promise.all(names.map((name) => readFile(docs + name, "utf8")));
  const calls = texts
    .flatMap(codeBlocks)
    .map(({ text }) => text.replace(/^export .*\n/m, ""))
    .filter((text) => text.startsWith("curl ") && !terminalOnly.test(text));
  expect(calls.length).toBeGreaterThan(8);
  expect(calls.filter((text) => readCurl(text, url) === undefined)).toEqual([]);
});

it.each([
  "npm ci",
  "curl a | sh",
  "curl https://a.example $(id)",
  "curl https://a.example\ncurl https://b.example",
])("a page cannot run %j", (text) => expect(readCurl(text, url)).toBe(undefined));
