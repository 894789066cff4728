import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { version } from "@ittybit/openapi/version";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleSizes, SIZE_LIMITS } from "../../../scripts/bundle-size.js";
import { stagedPackage } from "../../../scripts/cache/shared-builds.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Ways to resolve packages, with the programs that use each. */
const PROGRAMS = {
  node16: ["consumer.mts", "consumer.cts"],
  bundler: ["consumer.ts", "client-react.tsx", "golden.ts"],
  node10: ["consumer.ts"],
};

let folder: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ittybit-package-"));
  installed = join(folder, "node_modules/@ittybit/client");
  await cp(await stagedPackage("client"), installed, { recursive: true });
  await mkdir(join(folder, "node_modules/@tanstack"));
  for (const name of [
    "openapi-fetch",
    "openapi-typescript-helpers",
    "openapi-react-query",
    "@tanstack/react-query",
    "@tanstack/query-core",
    "react",
    "@types",
  ]) {
    await symlink(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  await cp(join(ROOT, "packages/client/test/fixtures/consumer"), folder, { recursive: true });
  for (const ending of ["mts", "cts"])
    await cp(join(folder, "consumer.ts"), join(folder, `consumer.${ending}`));
  await cp(join(ROOT, "docs/samples/client-react.tsx"), join(folder, "client-react.tsx"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("what is published", () => {
  test("has no fault that publint knows", async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    expect(messages).toEqual([]);
  });

  test("depends on nothing, and says nothing of this repository", async () => {
    const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("private");
    expect(manifest.version).toBe(version);
    for (const file of [
      "package.json",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/react.d.ts",
      "dist/testing.d.ts",
      "dist/openapi-fetch.d.ts",
    ]) {
      expect(await readFile(join(installed, file), "utf8")).not.toMatch(
        /@ittybit\/(source|openapi)|from ["']node:/,
      );
    }
  });

  test("stays within its size, with gzip: all of it, and a page that only lists", async () => {
    const { all, reading } = await bundleSizes(installed);
    expect(all).toBeLessThanOrEqual(SIZE_LIMITS.all);
    expect(reading).toBeLessThanOrEqual(SIZE_LIMITS.reading);
  });

  test("is over its size as soon as it grows by half a kilobyte", async () => {
    const grown = join(folder, "grown/node_modules/@ittybit/client");
    await cp(installed, grown, { recursive: true });
    await symlink(join(ROOT, "node_modules/openapi-fetch"), join(grown, "../../openapi-fetch"));
    const more = randomBytes(384).toString("base64");
    await appendFile(join(grown, "dist/index.browser.js"), `export const more = "${more}";\n`);
    const { all, reading } = await bundleSizes(grown);
    expect(all).toBeGreaterThan(SIZE_LIMITS.all);
    expect(reading).toBeLessThanOrEqual(SIZE_LIMITS.reading);
  });
});

describe("a consumer", () => {
  test.each(["consumer.mjs", "consumer.cjs"])("%s loads every entry and makes a call", async (file) => {
    const { stdout } = await run(process.execPath, [join(folder, file)], { cwd: folder });
    expect(stdout).toBe("200 vJ3kq9ZtWm2d object\n");
  });

  test.each<[compiler: string, moduleResolutions: (keyof typeof PROGRAMS)[]]>([
    // What most users have, and its native successor, which has no node10.
    ["typescript", ["node16", "bundler", "node10"]],
    ["typescript-7", ["node16", "bundler"]],
  ])("is typed by %s under each moduleResolution: %j", async (compiler, moduleResolutions) => {
    const projects = await Promise.all(moduleResolutions.map(writeProject));
    // One build of all reads what they share once.
    const args = [join(ROOT, "node_modules", compiler, "bin/tsc"), "--build", "--force", ...projects];
    const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error) => error);
    expect(stdout).toBe("");
  });
});

/** Writes a project of the programs that use a way to resolve packages. */
async function writeProject(moduleResolution: keyof typeof PROGRAMS): Promise<string> {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, types: [], target: "es2022" },
    ...{ jsx: "react-jsx", lib: ["es2023", "dom", "dom.iterable"], moduleResolution },
    module: moduleResolution === "node16" ? "node16" : "esnext",
    // Checks the declarations that are published once, and the compiler's own never.
    skipLibCheck: moduleResolution !== "bundler",
    skipDefaultLibCheck: true,
  };
  const project = join(folder, `tsconfig.${moduleResolution}.json`);
  await writeFile(project, JSON.stringify({ compilerOptions, files: PROGRAMS[moduleResolution] }));
  return project;
}
