import { mkdir, rm } from "node:fs/promises";
import { build, type Metafile } from "esbuild";

export interface NodeBundle {
  /** Source file of each entry, which is named by its last part. */
  readonly entries: readonly string[];
  /** Folder to write to. What it holds is deleted. */
  readonly dist: string;
  /** What stays an import. */
  readonly external: readonly string[];
}

/** esbuild's ES modules have no `require`, which packages inside of them call. */
const banner = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;

/** Bundles entries as ES modules for Node, flat in one folder; what they share is written once, and lazy imports stay lazy. */
export async function bundleForNode({ entries, dist, external }: NodeBundle): Promise<Metafile> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const { metafile } = await build({
    entryPoints: [...entries],
    entryNames: "[name]",
    outdir: dist,
    bundle: true,
    splitting: true,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@ittybit/source"],
    external: [...external],
    banner: { js: banner },
    logLevel: "error",
  });
  return metafile;
}
