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
import { packedPackage, stagedPackage } from "../../../scripts/cache/shared-builds.js";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
/** The compiler that most users have, and its native successor, which has no moduleResolution node10. */
const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
const nativeTsc = join(ROOT, "node_modules/typescript-7/bin/tsc");

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

  test("has the right types for every way to resolve them", async () => {
    const { stdout } = await run(bin("attw"), [await packedPackage("client"), "--format", "json"]);
    expect(JSON.parse(stdout).analysis.problems).toEqual([]);
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

  test.each([
    ["node16", ["consumer.mts", "consumer.cts"]],
    ["bundler", ["consumer.ts", "client-react.tsx", "golden.ts"]],
    ["node10", ["consumer.ts"]],
  ])("is typed under moduleResolution %s, as %j", async (moduleResolution, files) => {
    const compilerOptions = {
      ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, types: [], target: "es2022" },
      jsx: "react-jsx",
      ...{
        lib: ["es2023", "dom", "dom.iterable"],
        moduleResolution,
        skipLibCheck: moduleResolution !== "bundler",
      },
      module: moduleResolution === "node16" ? "node16" : "esnext",
    };
    const project = join(folder, `tsconfig.${moduleResolution}.json`);
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    const compilers = moduleResolution === "node10" ? [tsc] : [tsc, nativeTsc];
    for (const compiler of compilers) {
      const { stdout } = await run(process.execPath, [compiler, "-p", project]).catch((error) => error);
      expect(stdout).toBe("");
    }
  });
});
