import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForNode } from "./package/node-bundle.js";
import { manifestText, publishedManifest, readManifest } from "./package/published-manifest.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const home = join(root, "packages/mock");

/**
 * Builds @ittybit/mock as JavaScript for Node. The contract and its engine are inlined; Prism stays a package of
 * its own, because it is loaded for made-up answers only.
 */
export async function buildMock(dist: string): Promise<void> {
  await bundleForNode({
    entries: ["index", "bin", "fixtures"].map((entry) => join(home, `src/${entry}.ts`)),
    dist,
    external: ["@stoplight/prism-http", "@ittybit/openapi/openapi.json"],
  });
}

/**
 * Lays out what is published, so that `npm pack` and `npm publish` can be run on the folder. The engine is inlined and
 * the contract comes along as a bundled dependency, so that no other package of this repository is needed.
 */
export async function stageMock(folder: string): Promise<void> {
  await buildMock(join(folder, "dist"));
  await writeFile(join(folder, "package.json"), await mockManifest());
  const contract = join(folder, "node_modules/@ittybit/openapi");
  await mkdir(contract, { recursive: true });
  for (const file of ["package.json", "openapi.json"])
    await copyFile(join(root, "generated", file), join(contract, file));
  await copyFile(join(home, "README.md"), join(folder, "README.md"));
  await copyFile(join(root, "LICENSE"), join(folder, "LICENSE"));
}

async function mockManifest(): Promise<string> {
  const { dependencies = {}, exports, ...rest } = publishedManifest(await readManifest(home));
  const { "@ittybit/contract": _inlined, ...needed } = dependencies;
  const published = { exports: withoutTypes(exports), dependencies: needed };
  return manifestText({ ...rest, ...published, bundleDependencies: ["@ittybit/openapi"] });
}

/** The entries without declarations, which are not built. */
const withoutTypes = (exports: object): object =>
  JSON.parse(JSON.stringify(exports, (key, value) => (key === "types" ? undefined : value)));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildMock(join(home, "dist")) : stageMock(folder));
}
