import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock, type Mock } from "@ittybit/mock";
import { servers } from "@ittybit/openapi";
import { codeBlocks } from "@ittybit/test-support/documents/code-block";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtScripts } from "../../scripts/cache/shared-builds.js";
import { openSandbox, type Sandbox } from "./sandbox.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = async (name: string) => codeBlocks(await readFile(`${root}docs/qa/${name}.md`, "utf8"));
const blocks = await page("in-tests");
const live = await page("live");
const conditions = "--conditions=@ittybit/source";

/** The runners allow 5 and 30 s, in which a busy machine has not even loaded the contract. */
const TIMEOUT_MS = 600_000;

let sandbox: Sandbox;
let mock: Mock;
let url: string;

beforeAll(async () => {
  [sandbox, mock] = await Promise.all([openSandbox(), createMock()]);
  url = (await mock.listen({ port: 0 })).url;
});
afterAll(() => Promise.all([sandbox?.close(), mock?.close()]));

/*
 * The programs of the page run, and all of its TypeScript compiles, in the test of the samples.
 */

/** The block that starts with a comment which names its file, written there; hosts of the API are the mock's. */
async function written(name: string): Promise<string> {
  const text = blocks.find((block) => block.text.startsWith(`// ${name}\n`))?.text ?? "";
  return sandbox.write(
    name,
    text.replaceAll(servers.api, url).replaceAll(`127.0.0.1:${DEFAULT_PORTS.mock}`, new URL(url).host),
  );
}

it("in-tests: the test of Vitest passes", async () => {
  const file = await written("media.test.ts");
  const config = `export default { test: { testTimeout: ${TIMEOUT_MS} }, cacheDir: "cache", ssr: { resolve: { conditions: ["@ittybit/source"], externalConditions: ["@ittybit/source"] } } };`;
  await sandbox.write("vitest.config.mjs", config);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const out = await sandbox.run(process.execPath, vitest, "run", "--root", sandbox.folder, file);
  expect(out).toMatch(/Tests .*1 passed/);
});

it("in-tests: the test of Playwright passes, and its report is joined", async () => {
  await written("media.spec.ts");
  await sandbox.write(
    "playwright.config.mjs",
    `export default { outputDir: "test-results", timeout: ${TIMEOUT_MS} };`,
  );
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  const out = await sandbox.run(
    "env",
    `NODE_OPTIONS=${conditions}`,
    process.execPath,
    cli,
    "test",
    "media.spec.ts",
  );
  expect(out).toMatch(/1 passed/);
  const qa = `${process.execPath} ${join(await builtScripts("qa"), "bin.js")}`;
  const [merge] = blocks.filter(({ language }) => language === "sh");
  await sandbox.run("bash", "-euc", `ittybit-qa() { ${qa} "$@"; }\n${merge?.text}`);
  expect(await readFile(join(sandbox.folder, "contract.html"), "utf8")).toMatch(/^<!doctype html>/i);
});

it("live: the command reads, and says what the page shows of it", async () => {
  const [command, shown] = live;
  const out = await sandbox.run("bash", "-euc", command?.text ?? "").catch(({ stdout }) => stdout);
  const lines = shown?.text.split("\n").filter((line) => /^(ok|-)/.test(line)) ?? [];
  expect(lines.length).toBeGreaterThan(2);
  expect(out.split("\n")).toEqual(expect.arrayContaining(lines));
});

it.each([
  ["in-tests", blocks],
  ["live", live],
])("%s: has no code that no test runs", (_, all) => {
  const known = all.filter(({ language }) => ["ts", "sh", "text"].includes(language));
  expect(known).toEqual(all);
});
