import { copyFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeSharedDeclarations } from "./package/declarations.js";
import {
  libraryEntries,
  type Manifest,
  manifestText,
  publishedManifest,
  readManifest,
} from "./package/published-manifest.js";

const home = fileURLToPath(new URL("../packages/contract/", import.meta.url));

/**
 * Builds @ittybit/contract as ES modules, flat in one folder. The precompiled contract of the Ittybit media API is
 * inlined; the packages that only other documents need stay dependencies, so that the main entry runs in pages.
 */
export async function buildContract(dist: string): Promise<void> {
  const manifest = await readManifest(home);
  await rm(dist, { recursive: true, force: true });
  await build({
    entryPoints: libraryEntries(home, manifest),
    entryNames: "[name]",
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: "neutral",
    format: "esm",
    target: "es2022",
    conditions: ["@ittybit/source"],
    external: [...dependencies(manifest), "node:*"],
    logLevel: "error",
  });
}

/** Writes the folder that is released, so that `npm pack` can be run on it. */
export async function stageContract(folder: string): Promise<void> {
  const manifest = await readManifest(home);
  const dist = join(folder, "dist");
  await buildContract(dist);
  await writeSharedDeclarations(libraryEntries(home, manifest), dist, dependencies(manifest));
  const { dependencies: all = {}, ...rest } = publishedManifest(manifest);
  const { "@ittybit/openapi": _inlined, ...needed } = all;
  await writeFile(join(folder, "package.json"), manifestText({ ...rest, dependencies: needed }));
  await copyFile(join(home, "README.md"), join(folder, "README.md"));
  await copyFile(join(home, "../../LICENSE"), join(folder, "LICENSE"));
}

/** Packages that stay imports: all but the contract itself. */
const dependencies = ({ dependencies: all = {} }: Manifest): string[] =>
  Object.keys(all).filter((name) => name !== "@ittybit/openapi");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildContract(join(home, "dist")) : stageContract(folder));
}
