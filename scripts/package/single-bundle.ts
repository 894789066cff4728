import { build } from "esbuild";

export interface SingleBundle {
  readonly entry: string;
  readonly outfile: string;
  /** `browser`: as an ES module that needs nothing of Node. `node`: as a CommonJS module. */
  readonly platform: "browser" | "node";
  /** Packages that stay imports. */
  readonly external: readonly string[];
}

/** Bundles one entry into one file. */
export async function bundleAlone({ entry, outfile, platform, external }: SingleBundle): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform,
    format: platform === "browser" ? "esm" : "cjs",
    target: platform === "browser" ? "es2022" : "node20",
    conditions: ["@ittybit/source"],
    external: [...external],
    logLevel: "error",
  });
}
