import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const source = `${root}packages/mock/src/`;

/** esbuild's ES modules have no `require`, which packages inside of them call. */
const banner = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;

/**
 * Builds @ittybit/mock as JavaScript for Node. The contract and its engine are inlined; Prism stays a package of
 * its own, because it is loaded for made-up answers only.
 */
export async function buildMock(dist: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await build({
    entryPoints: ["index", "bin", "fixtures"].map((entry) => `${source}${entry}.ts`),
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@ittybit/source"],
    external: ["@stoplight/prism-http", "@ittybit/openapi/openapi.json"],
    banner: { js: banner },
    logLevel: "error",
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
    await copyFile(`${root}generated/${file}`, join(contract, file));
  await copyFile(`${root}packages/mock/README.md`, join(folder, "README.md"));
  await copyFile(`${root}LICENSE`, join(folder, "LICENSE"));
}

async function mockManifest(): Promise<string> {
  const text = await readFile(`${root}packages/mock/package.json`, "utf8");
  const { private: _private, exports, dependencies, ...rest } = JSON.parse(text);
  const { "@ittybit/contract": _inlined, ...needed } = dependencies;
  const published = {
    ...rest,
    exports: withoutSource(exports),
    dependencies: needed,
    bundleDependencies: ["@ittybit/openapi"],
  };
  return `${JSON.stringify(published, null, 2)}\n`;
}

/** The entries without what only this repository has: its condition and declarations that are not built. */
const withoutSource = (exports: object): object =>
  JSON.parse(
    JSON.stringify(exports, (key, value) =>
      key === "@ittybit/source" || key === "types" ? undefined : value,
    ),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildMock(`${root}packages/mock/dist`) : stageMock(folder));
}
