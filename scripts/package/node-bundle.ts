import { mkdir, rm } from "node:fs/promises";
import { build, type Metafile } from "esbuild";

export interface NodeBundle {
  /** Source file of each entry, which is named by its last part. */
  readonly entries: readonly string[];
  /** Folder to write to. Its content is deleted. */
  readonly dist: string;
  /** Packages that stay imports. */
  readonly external: readonly string[];
}

/** esbuild's ES modules have no `require`, but bundled packages call it. */
const banner = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;

/** Bundles entries as ES modules for Node into one folder. Shared code is written once, and lazy imports stay lazy. */
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
