import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../../../docs/.vitepress/browser/", import.meta.url));

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "silent",
} as const;

/** Bundles the scripts of the pages: `theme.js` runs before the first paint, `site.js` after, `search.js` on demand. */
export async function buildScripts(output: string): Promise<void> {
  await build({
    ...common,
    entryPoints: [join(folder, "theme.ts")],
    format: "iife",
    outfile: join(output, "theme.js"),
  });
  await build({
    ...common,
    entryPoints: [join(folder, "site.ts"), join(folder, "search.ts")],
    format: "esm",
    external: ["./search.js"],
    outdir: output,
  });
}

/** The script of the one-page reference. */
export async function referenceScript(): Promise<string> {
  const entryPoints = [join(folder, "reference.ts")];
  const { outputFiles } = await build({ ...common, entryPoints, format: "iife", write: false });
  return outputFiles.map(({ text }) => text.trim()).join("");
}
