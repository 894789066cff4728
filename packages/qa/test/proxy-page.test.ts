import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock, type Listener } from "@ittybit/mock";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { RunningProxy } from "@ittybit/test-support/servers/running-proxy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proxyHelp } from "../src/cli/help.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/qa/proxy.md`, "utf8");
const blocks = codeBlocks(page);
const textOf = (language: string, start: string) =>
  blocks.find((block) => block.language === language && block.text.startsWith(start))?.text ?? "";

/** The arguments of a command line of the page. */
const argumentsOf = (line: string) => line.replaceAll("\\\n", " ").trim().split(/\s+/).slice(2);

let mock: Listener;
let proxy: RunningProxy;

beforeAll(async () => {
  mock = await (await createMock()).listen({ port: 0 });
  const [line = ""] = textOf("sh", "ittybit-qa proxy --server").split("\n");
  const args = argumentsOf(line.replace(`http://127.0.0.1:${DEFAULT_PORTS.mock}`, mock.url));
  proxy = await RunningProxy.start(...args, "--report", "json");
});
afterAll(() => mock.close());

const here = (text: string) => text.replaceAll(`http://127.0.0.1:${DEFAULT_PORTS.proxy}`, proxy.url);

test("the curl lines get responses through the proxy", async () => {
  const lines = here(textOf("sh", "curl")).trim().split("\n");
  const results = await Promise.all(lines.map((line) => run("bash", ["-c", line])));
  const statuses = results.map(({ stdout }) => JSON.parse(stdout).meta.status);
  expect(statuses).toEqual([200, 201]);
});

test("the client lists every page through the proxy", async () => {
  const args = [
    "--conditions=@ittybit/source",
    "--import",
    "tsx",
    "--input-type=module",
    "-e",
    here(textOf("js", "import")),
  ];
  const { stdout } = await run(process.execPath, args, { cwd: root });
  expect(new Set(stdout.trim().split("\n")).size).toBeGreaterThan(2);
});

test("all of it matches the contract", async () => {
  const { code, out } = await proxy.end();
  const { exchanges, findings } = JSON.parse(out);
  expect([code, findings]).toEqual([0, []]);
  expect(exchanges.checked).toBeGreaterThanOrEqual(4);
});

test("the other command lines are ones that the proxy takes", async () => {
  const lines = blocks
    .filter(({ language, text }) => language === "sh" && text.includes("ittybit-qa proxy"))
    .flatMap(({ text }) => text.split(/\n(?=ittybit-qa)/));
  expect(lines.length).toBe(3);
  for (const line of lines) {
    const args = argumentsOf(line).filter((word) => !/^--record$|\.ndjson$/.test(word));
    const started = await RunningProxy.start(...args);
    expect(started.err).toContain("Listening on");
    await started.end();
  }
});

test("the page names every option", () => {
  for (const [, flag = ""] of proxyHelp.matchAll(/^ {2}(--[\w-]+)/gm)) {
    if (flag !== "--help") expect(page).toContain(`\`${flag}`);
  }
});
