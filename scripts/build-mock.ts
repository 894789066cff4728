import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeSharedDeclarations } from "./package/declarations.js";
import { forBrowsers } from "./package/for-browsers.js";
import { licenseNotices } from "./package/licenses.js";
import { bundleForNode } from "./package/node-bundle.js";
import { manifestText, publishedManifest, readManifest } from "./package/published-manifest.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const home = join(root, "packages/mock");
const source = (entry: string) => join(home, `src/${entry}.ts`);
const external = ["@stoplight/prism-http", "@ittybit/openapi/openapi.json", "msw"];

const INLINED = ["@ittybit/contract", "@eslint-community/regexpp"];

/**
 * Builds @ittybit/mock as JavaScript for Node. The contract and its engine are inlined; Prism stays a package of
 * its own, because it is loaded for generated responses only.
 */
export async function buildMock(dist: string): Promise<void> {
  const thread = join(home, "src/measure/measure-worker.js");
  const entries = [...["index", "bin", "fixtures", "msw"].map(source), thread];
  const metafile = await bundleForNode({ entries, dist, external });
  await buildForBrowsers(dist);
  await writeFile(join(dist, "LICENSES.txt"), await licenseNotices(metafile));
}

/** Builds the entry for MSW as one module without imports but MSW. The contract is inlined. */
export async function buildForBrowsers(dist: string): Promise<void> {
  await build({
    entryPoints: [source("msw")],
    outfile: join(dist, "msw.browser.js"),
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    conditions: ["@ittybit/source"],
    external: ["msw"],
    plugins: [forBrowsers],
    logLevel: "error",
  });
}

/**
 * Lays out what is published, so that `npm pack` and `npm publish` can be run on the folder. The engine is inlined and
 * the contract comes along as a bundled dependency, so that no other package of this repository is needed.
 *
 * @param writeScripts writes the JavaScript, where it has been built before
 */
export async function stageMock(folder: string, writeScripts = buildMock): Promise<void> {
  const dist = join(folder, "dist");
  await writeScripts(dist);
  await writeSharedDeclarations(["index", "fixtures", "msw"].map(source), dist, external);
  await writeFile(join(folder, "package.json"), await mockManifest());
  const contract = join(folder, "node_modules/@ittybit/openapi");
  await mkdir(contract, { recursive: true });
  for (const file of ["package.json", "openapi.json"])
    await copyFile(join(root, "generated", file), join(contract, file));
  await copyFile(join(home, "README.md"), join(folder, "README.md"));
  await copyFile(join(root, "LICENSE"), join(folder, "LICENSE"));
}

async function mockManifest(): Promise<string> {
  const { dependencies = {}, ...rest } = publishedManifest(await readManifest(home));
  const needed = Object.fromEntries(Object.entries(dependencies).filter(([name]) => !INLINED.includes(name)));
  return manifestText({ ...rest, dependencies: needed, bundleDependencies: ["@ittybit/openapi"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildMock(join(home, "dist")) : stageMock(folder));
}
