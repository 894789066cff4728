import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../../../docs/.vitepress/browser/", import.meta.url));

/** The script of the one-page reference. */
export async function referenceScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "reference.ts")],
    bundle: true,
    minify: true,
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
    format: "iife",
    write: false,
  });
  return outputFiles.map(({ text }) => text.trim()).join("");
}
