import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { faultyTraffic } from "@ittybit/test-support/traffic/faulty-traffic";
import { cleanTraffic, toHar } from "@ittybit/test-support/traffic/traffic";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packedPackage } from "../../../scripts/cache/shared-builds.js";
import { TYPE_CHECKER } from "../../../scripts/step.js";
import { reporterNames } from "../src/reporters/report-formats.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

let project: string;
let installed: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "qa-package-"));
  const tarball = await packedPackage("qa");
  await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
  installed = join(project, "node_modules/@ittybit/qa");
  await mkdir(installed, { recursive: true });
  // The test of the release installs it with npm.
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  await writeFile(join(project, "clean.har"), toHar(cleanTraffic));
  await writeFile(join(project, "faulty.har"), toHar(faultyTraffic));
});
afterAll(() => rm(project, { recursive: true, force: true }));

/** Runs the command in the project. */
async function qa(...args: string[]): Promise<{ code: number; stdout: string }> {
  const { bin } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  return run(process.execPath, [join(installed, bin["ittybit-qa"]), ...args], { cwd: project }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );
}

describe("what is published", () => {
  test("has no fault that publint knows", async () => {
    expect((await publint({ pkgDir: installed, pack: false, strict: true })).messages).toEqual([]);
  });

  test("needs no other package, says nothing of this repository, and names the licences of what it holds", async () => {
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("private");
    for (const file of ["package.json", "dist/index.d.ts", "dist/index.js"]) {
      expect(await readFile(join(installed, file), "utf8")).not.toMatch(
        /@ittybit\/(source|openapi|contract)/,
      );
    }
    expect(await readFile(join(installed, "dist/LICENSES.txt"), "utf8")).toMatch(/^ajv \d/m);
  });
});

describe("installed in a project, ittybit-qa", () => {
  test("checks recordings", async () => {
    const [clean, faulty] = [await qa("check", "clean.har"), await qa("check", "faulty.har")];
    expect([clean.code, faulty.code]).toEqual([0, 1]);
    expect(clean.stdout).toContain("0 errors, 0 warnings");
    expect(faulty.stdout).toMatch(/spec\/components\/schemas\/\w+\.yaml:\d+/);
  });

  test("checks by a document of one's own, which loads the compiler", async () => {
    const spec = join(root, "generated/openapi.yaml");
    const { code, stdout } = await qa("check", "faulty.har", "--spec", spec, "--report", "json");
    expect([code, JSON.parse(stdout).contract.name]).toEqual([1, spec]);
  });

  test("serves programs and type checkers", async () => {
    const program = `import { withContract, reporters, type Report } from "@ittybit/qa";
export const names: string[] = Object.keys(reporters);
export const report: Report | null = withContract(fetch).report();
console.log(names.join(), report);`;
    await writeFile(join(project, "program.ts"), program);
    await writeFile(
      join(project, "program.mjs"),
      program.replace(", type Report", "").replaceAll(/: (?:string\[\]|Report \| null)/g, ""),
    );
    const { stdout } = await run(process.execPath, ["program.mjs"], { cwd: project });
    expect(stdout).toBe(`${reporterNames.join()} null\n`);
    const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", ...types];
    const checked = await run(process.execPath, [join(root, TYPE_CHECKER), ...options, "program.ts"], {
      cwd: project,
    }).catch((error) => error);
    expect(checked.stdout).toBe("");
  });
});

describe("beside the tools it serves", () => {
  beforeAll(async () => {
    const modules = join(project, "node_modules");
    await mkdir(join(modules, "@playwright"), { recursive: true });
    for (const peer of ["vitest", "expect", "@playwright/test"])
      await symlink(join(root, "node_modules", peer), join(modules, peer));
  });

  test("each entry for tests has its types, and adds the assertion to those of its runner", async () => {
    const program = `import { contractHooks } from "@ittybit/qa/client";
import { contractFixtures } from "@ittybit/qa/playwright";
import "@ittybit/qa/jest";
import "@ittybit/qa/vitest";
import { test as base } from "@playwright/test";
import { expect as jest } from "expect";
import { expect as vitest } from "vitest";
const test = base.extend(contractFixtures);
test.use({ contract: { hosts: { "127.0.0.1:4010": "*" }, failOn: "warning" } });
test("works", async ({ page, contractRecorder }) => {
  await page.goto("/");
  const report = await contractRecorder.report();
  await vitest(await fetch("/media")).toMatchContract("getMedia", { strict: true });
  await jest(await fetch("/media")).toMatchContract("getMedia");
  const { checked }: { checked: number } = contractHooks({ onViolation: "throw" }).counts();
  return [report?.exchanges.checked, checked];
});
// @ts-expect-error: an operation is needed
vitest(1).toMatchContract();
// @ts-expect-error: there is no such option
test.use({ contract: { host: "x" } });`;
    await writeFile(join(project, "entries.ts"), program);
    const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
    const options = ["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext", "--target", "es2023"];
    const args = [join(root, TYPE_CHECKER), ...options, "--lib", "es2023,dom", ...types, "entries.ts"];
    const checked = await run(process.execPath, args, { cwd: project }).catch((error) => error);
    expect(checked.stdout).toBe("");
  });

  test("what runs in pages needs nothing of Node, and Jest gets CommonJS", async () => {
    const page = await readFile(join(installed, "dist/client.js"), "utf8");
    expect(page.match(/(?:from|import)\s*\(?"[^"]*"/g)).toBe(null);
    const program = "globalThis.expect = { extend: (all) => console.log(Object.keys(all).join()) };";
    const { stdout } = await run(process.execPath, ["-e", `${program} require("@ittybit/qa/jest");`], {
      cwd: project,
    });
    expect(stdout).toBe("toMatchContract\n");
  });
});
