import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { operations, servers } from "@ittybit/openapi";
import { type CodeBlock, codeBlocks } from "@ittybit/test-support/documents/code-block";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samplesOf } from "../../scripts/docs/samples/sample.js";
import type { Document } from "../../scripts/generate/document/document.js";
import { operationList } from "../../scripts/generate/document/operation-list.js";
import { openSandbox, type Ran, type Sandbox } from "./sandbox.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const bundle: Document = JSON.parse(await readFile(`${repository}generated/openapi.json`, "utf8"));
const samples = operationList(bundle).flatMap((listed) =>
  samplesOf(bundle, listed).map(({ language, text }) => ({
    id: listed.operation.operationId,
    language,
    text,
  })),
);
const written = ["index.md", ...(await readdir(`${repository}docs/guides`)).map((name) => `guides/${name}`)];
const guides = await Promise.all(
  written.map(async (file) => ({
    file,
    blocks: codeBlocks(await readFile(`${repository}docs/${file}`, "utf8")),
  })),
);

type Guide = (typeof guides)[number];

/** The TypeScript of the page about tests: whole test files, which a comment names, and programs of one block each. */
const inTests = codeBlocks(await readFile(`${repository}docs/qa/in-tests.md`, "utf8"))
  .filter(({ language }) => language === "ts")
  .map(({ text }, index) => {
    const name = /^\/\/ (\S+)\n/.exec(text)?.[1];
    return { text, file: name ?? `in-tests-${index}.ts`, isProgram: name === undefined };
  });

/** All but the quick start, which a test of its own follows to the letter. */
const here = guides.filter(({ file }) => file !== "guides/quick-start.md");
/** The TypeScript of a guide, from top to bottom, is one program. */
const programOf = (blocks: readonly CodeBlock[]) =>
  blocks
    .filter(({ language }) => language === "ts")
    .map(({ text }) => text)
    .join("\n");
const startsMock = "npm run mock\n";

let sandbox: Sandbox;
let compiled: string;
let ran: Ran[];

beforeAll(async () => {
  sandbox = await openSandbox();
  const programs: string[] = [];
  for (const { id, language, text } of samples) {
    const file = await sandbox.write(`${id}-${language.id}.${language.fence}`, text);
    if (language.fence === "ts") programs.push(file);
  }
  for (const { file, blocks } of here) {
    const program = programOf(blocks);
    if (program !== "") programs.push(await sandbox.write(`${file.replace(/\W/g, "-")}.ts`, program));
  }
  for (const { file, text, isProgram } of inTests) {
    const path = await sandbox.write(file, text);
    if (isProgram) programs.push(path);
  }
  [compiled, ran] = await Promise.all([sandbox.compile(), sandbox.runPrograms(programs)]);
});
afterAll(() => sandbox?.close());

const expectedCall = (id: string, base = "") => {
  const { method, path } = operations[id as keyof typeof operations];
  const call = `${method} ${base}${path}`.replace("{id}", "[^/ ]+");
  return expect.stringMatching(new RegExp(`^${call} 2\\d\\d$`));
};
const ranAs = (name: string) => ran.find(({ file }) => file.endsWith(`/${name}`));

it("every TypeScript sample compiles, in the reference, in the guides and on the page about tests", () => {
  expect(compiled).toBe("");
});

describe.each(samples.filter(({ language }) => language.fence === "ts"))(
  "$id with $language.label",
  (sample) => {
    it("does that one call, on the right host, and prints what came", () => {
      const { id, language } = sample;
      const base = servers[operations[id as keyof typeof operations].server];
      const result = ranAs(`${id}-${language.id}.ts`);
      expect(result).toMatchObject({ problem: null, calls: [expectedCall(id, base)], lines: 1 });
    });
  },
);

it.each(inTests.filter(({ isProgram }) => isProgram))("in-tests: $file does what it says", ({ file }) => {
  const call = expect.stringMatching(/^GET https:\/\/api\.ittybit\.com\/media 200$/);
  expect(ranAs(file)).toMatchObject({ problem: null, calls: [call], lines: 1 });
});

it.each(samples.filter(({ language }) => language.id === "curl"))("$id with curl", async ({ id, text }) => {
  sandbox.responses.length = 0;
  const output = await sandbox.run("bash", "-euc", text);
  expect(Object.keys(JSON.parse(output))).toEqual(["meta", "data", "links"]);
  expect(sandbox.responses).toEqual([expectedCall(id)]);
});

const python = await hasRequests();
it.skipIf(!python).each(samples.filter(({ language }) => language.id === "requests"))(
  "$id with Python",
  async ({ id, text }) => {
    sandbox.responses.length = 0;
    expect(await sandbox.run("python3", "-c", text)).not.toBe("");
    expect(sandbox.responses).toEqual([expectedCall(id)]);
  },
);

const blocksOf = (language: string) =>
  here.flatMap(({ file, blocks }) =>
    blocks.filter((block) => block.language === language).map(({ text }) => ({ file, text })),
  );

it.skipIf(!python).each(blocksOf("python"))("$file: its Python works", async ({ text }) => {
  expect(await sandbox.run("python3", "-c", text)).not.toBe("");
});

it.each(blocksOf("html"))("$file: its form is what the API takes", async ({ text }) => {
  const [, path, method, enctype] = /<form action="(.*?)" method="(.*?)" enctype="(.*?)">/.exec(text) ?? [];
  expect([method, enctype]).toEqual(["post", "multipart/form-data"]);
  const form = new FormData();
  for (const [, type, name = ""] of text.matchAll(/<input type="(\w+)" name="(\w+)"/g)) {
    if (type === "file") form.append(name, new File(["bytes"], "harbour.mp4", { type: "video/mp4" }));
    else form.append(name, "Harbour at dawn");
  }
  const headers = { Authorization: "Bearer test" };
  const { status } = await fetch(`${sandbox.url}${path}`, { method: "POST", headers, body: form });
  expect([[...form.keys()].length > 1, status]).toEqual([true, 201]);
});

it.each(guides)("$file has no code that no test runs", ({ file, blocks }) => {
  // The test of the quick start compares the output that the page shows, too.
  const run =
    file === "guides/quick-start.md" ? ["sh", "ts", "json", "text"] : ["sh", "ts", "python", "html"];
  expect(blocks.map(({ language }) => language).filter((each) => !run.includes(each))).toEqual([]);
});

const shellOf = ({ blocks }: Guide) =>
  blocks.filter(({ language, text }) => language === "sh" && text !== startsMock);

it.each(here.filter((guide) => shellOf(guide).length > 0))("$file: its shell lines work", async (guide) => {
  const lines = shellOf(guide).map(({ text }) => text);
  await sandbox.run("bash", "-euo", "pipefail", "-c", lines.join("\n"));
});

it.each(here.filter(({ blocks }) => programOf(blocks) !== ""))("$file: its program works", ({ file }) => {
  expect(ranAs(`${file.replace(/\W/g, "-")}.ts`)?.problem).toBe(null);
});

/** Whether this machine has a Python with requests. */
async function hasRequests(): Promise<boolean> {
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) =>
    execFile("python3", ["-c", "import requests"], (error) => resolve(error === null)),
  );
}
