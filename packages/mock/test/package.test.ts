import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packedPackage } from "../../../scripts/cache/shared-builds.js";
import { TYPE_CHECKER } from "../../../scripts/step.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
let folder: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ittybit-mock-"));
  const scope = join(folder, "node_modules/@ittybit");
  await mkdir(scope, { recursive: true });
  await run("tar", ["-xzf", await packedPackage("mock"), "-C", scope]);
  installed = join(scope, "mock");
  await rename(join(scope, "package"), installed);
  for (const name of ["@stoplight", "msw"])
    await symlink(join(root, "node_modules", name), join(folder, "node_modules", name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the package that is published has no fault that publint knows", async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  expect(messages).toEqual([]);
});

test("the package that is published needs no other package of this repository", async () => {
  const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  expect(manifest).not.toHaveProperty("private");
  expect(Object.keys(manifest.dependencies)).toEqual(["@ittybit/openapi", "@stoplight/prism-http"]);
  expect(manifest.bundleDependencies).toEqual(["@ittybit/openapi"]);
});

test("the package that is published has types for programs, and the licences of what it holds", async () => {
  const program = `import { createMock, type Mock, type MockOptions } from "@ittybit/mock";
import { mockFixture } from "@ittybit/mock/fixtures";
const options: MockOptions = { latency: [1, 20] };
export const mock: Promise<Mock> = createMock(options);
export const fixture = mockFixture(options);
// @ts-expect-error a latency is no text
export const wrong: MockOptions = { latency: "slow" };
`;
  await writeFile(join(folder, "program.mts"), program);
  expect(await typeErrors("program.mts")).toBe("");
  expect(await readFile(join(installed, "dist/LICENSES.txt"), "utf8")).toMatch(/^ajv \d/m);
});

test("the entry for MSW has types for programs", async () => {
  const program = `import { createMswMock, respondTo } from "@ittybit/mock/msw";
export const { handlers } = createMswMock({ seed: "empty" });
// @ts-expect-error a status needs the body that is documented for it
respondTo("getMedia", { status: 404, body: {} });
`;
  await writeFile(join(folder, "msw.mts"), program);
  // the declarations of MSW itself have errors
  expect(await typeErrors("msw.mts", "--skipLibCheck")).toBe("");
});

test("the entry for MSW in a browser imports MSW alone, and is as large as the README says", async () => {
  const text = await readFile(join(installed, "dist/msw.browser.js"), "utf8");
  const imports = [...text.matchAll(/\bfrom"([^"]+)"|\bimport\(?"([^"]+)"/g)].map(
    ([, from, other]) => from ?? other,
  );
  expect(new Set(imports)).toEqual(new Set(["msw"]));
  const [, stated = ""] =
    /is (\d+) kB after gzip/.exec(await readFile(join(installed, "README.md"), "utf8")) ?? [];
  const actual = gzipSync(text, { level: 9 }).length / 1000;
  expect(Math.abs(actual - Number(stated))).toBeLessThan(Number(stated) * 0.03);
});

test("ittybit-mock starts from the package, serves the contract, and exits with 0", async () => {
  const { bin } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  const mock = spawn(process.execPath, [join(installed, bin["ittybit-mock"]), "--port", "0"]);
  const ended = new Promise((resolve) => mock.once("exit", resolve));
  for await (const line of createInterface(mock.stdout)) {
    const [url] = line.match(/http:\/\/[\d.:]+/) ?? [];
    if (url === undefined) continue;
    const headers = { Authorization: "Bearer test", Prefer: "dynamic=true" };
    const responses = [await fetch(`${url}/media`, { headers }), await fetch(`${url}/media`)];
    expect(responses.map(({ status }) => status)).toEqual([200, 401]);
    mock.kill("SIGTERM");
    break;
  }
  expect(await ended).toBe(0);
});

/** What the type checker prints about a program of the folder. */
async function typeErrors(file: string, ...flags: string[]): Promise<string> {
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", ...types, ...flags];
  const args = [join(root, TYPE_CHECKER), ...options, file];
  const checked = await run(process.execPath, args, { cwd: folder }).catch((error) => error);
  return checked.stdout;
}
