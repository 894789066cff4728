import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stageQa } from "../../../scripts/build-qa.js";
import { faultyTraffic } from "./faulty-traffic.js";
import { cleanTraffic, toHar } from "./traffic.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

let project: string;
let installed: string;
let tarball: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "qa-package-"));
  const staged = join(project, "staged");
  await stageQa(staged);
  const packed = await run("npm", ["pack", "--silent", "--pack-destination", project], { cwd: staged });
  tarball = join(project, packed.stdout.trim());
  await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
  installed = join(project, "node_modules/@ittybit/qa");
  await writeFile(join(project, "clean.har"), toHar(cleanTraffic));
  await writeFile(join(project, "faulty.har"), toHar(faultyTraffic));
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

/** Runs `npx ittybit-qa` in the project. */
const npx = (...args: string[]) =>
  run("npx", ["--offline", "ittybit-qa", ...args], { cwd: project }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  );

describe("what is published", () => {
  test("has no fault that publint knows", async () => {
    expect((await publint({ pkgDir: installed, pack: false, strict: true })).messages).toEqual([]);
  });

  test("has the right types for every way to resolve them that can load an ES module", async () => {
    const attw = join(root, "node_modules/.bin/attw");
    const args = [tarball, "--format", "json", "--profile", "esm-only"];
    const { stdout } = await run(attw, args).catch((error) => error);
    const ignored = ["node10", "node16-cjs"];
    const { problems } = JSON.parse(stdout).analysis as { problems: { resolutionKind?: string }[] };
    expect(problems.filter(({ resolutionKind = "" }) => !ignored.includes(resolutionKind))).toEqual([]);
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

describe("installed in a project, offline, npx ittybit-qa", () => {
  test("says its version", async () => {
    const { version } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(await npx("--version")).toEqual({ code: 0, stdout: `${version}\n` });
  });

  test("checks recordings", async () => {
    const [clean, faulty] = [await npx("check", "clean.har"), await npx("check", "faulty.har")];
    expect([clean.code, faulty.code]).toEqual([0, 1]);
    expect(clean.stdout).toContain("0 errors, 0 warnings");
    expect(faulty.stdout).toMatch(/spec\/components\/schemas\/\w+\.yaml:\d+/);
  });

  test("checks by a document of one's own, which loads the compiler", async () => {
    const spec = join(root, "generated/openapi.yaml");
    const { code, stdout } = await npx("check", "faulty.har", "--spec", spec, "--report", "json");
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
    expect(stdout).toBe("pretty,json,junit,sarif,github,gitlab,html null\n");
    const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", ...types];
    const checked = await run(join(root, "node_modules/.bin/tsc"), [...options, "program.ts"], {
      cwd: project,
    }).catch((error) => error);
    expect(checked.stdout).toBe("");
  });
});
