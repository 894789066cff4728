import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));

const RULES = ["suspicious/noImportCycles", "style/noRestrictedImports", "style/noExcessiveLinesPerFile"];

/** Names of the rules that the repository's configuration of Biome finds broken in these files. */
function brokenRules(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { $schema, vcs, ...configuration } = JSON.parse(readFileSync(join(repository, "biome.json"), "utf8"));
  const all = { ...files, "biome.json": JSON.stringify(configuration) };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const biome = join(repository, "node_modules/.bin/biome");
  const rules = RULES.map((rule) => `--only=${rule}`);
  const { stdout } = spawnSync(biome, ["lint", "--reporter=json", ...rules, "."], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string }[] };
  const found = diagnostics.map(({ category }) => category.split("/").at(-1) ?? "");
  return [...new Set(found)].filter((name) => name.startsWith("no"));
}

const typeImport = (name: string, path: string) => `import type { ${name} } from "${path}";\n`;

it("two files that import only types of each other are a cycle", () => {
  const cycle = {
    "packages/qa/src/a.ts": `${typeImport("B", "./b.js")}export type A = B | null;\n`,
    "packages/qa/src/b.ts": `${typeImport("A", "./a.js")}export type B = A | null;\n`,
  };
  expect(brokenRules(cycle)).toEqual(["noImportCycles"]);
});

it.each([
  ["client", "@ittybit/contract"],
  ["client", "node:fs"],
  ["contract", "@ittybit/qa"],
  ["mock", "@ittybit/qa"],
  ["mock", "@ittybit/client"],
  ["qa", "@ittybit/mock"],
  ["qa", "../../../contract/src/finding.js"],
])("packages/%s must not import %s", (name, path) => {
  const file = `packages/${name}/src/folder/a.ts`;
  expect(brokenRules({ [file]: `${typeImport("A", path)}export type B = A;\n` })).toEqual([
    "noRestrictedImports",
  ]);
});

it.each([
  ["packages/qa/test/a.ts", "../../contract/test/documented-responses.js"],
  ["packages/qa/test/folder/a.ts", "../../../../test/browser/chromium.js"],
  ["test/browser/a.ts", "../../packages/qa/test/traffic.js"],
  ["test/docs/a.ts", "../browser/chromium.js"],
  ["test-support/servers/a.ts", "../../packages/qa/test/sandbox.js"],
])("%s shares files by way of test-support/, not by importing %s", (file, path) => {
  expect(brokenRules({ [file]: `${typeImport("A", path)}export type B = A;\n` })).toEqual([
    "noRestrictedImports",
  ]);
});

it.each([
  ["packages/qa/test/folder/a.ts", "../sandbox.js"],
  ["packages/qa/test/a.ts", "../src/index.js"],
  ["test/docs/a.ts", "./sandbox.js"],
  ["test/commands/a.ts", "../../scripts/test/count.js"],
  ["test/conformance/qa/a.ts", "@ittybit/test-support/traffic/traffic"],
])("%s may import %s", (file, path) => {
  expect(brokenRules({ [file]: `${typeImport("A", path)}export type B = A;\n` })).toEqual([]);
});

it("imports along the arrows are allowed", () => {
  const text = `${typeImport("Contract", "@ittybit/contract")}export type A = Contract;\n`;
  expect(brokenRules({ "packages/qa/src/a.ts": text })).toEqual([]);
});

it.each([
  ["packages/qa/src/a.ts", 301, ["noExcessiveLinesPerFile"]],
  ["test/docs/a.test.ts", 301, ["noExcessiveLinesPerFile"]],
  ["test/docs/a.test.ts", 300, []],
])("%s with %i lines breaks %j", (file, lines, rules) => {
  expect(brokenRules({ [file]: "export {};\n".repeat(lines) })).toEqual(rules);
});
