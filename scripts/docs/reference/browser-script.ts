import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../../../docs/.vitepress/browser/", import.meta.url));

/**
 * A script of the one-page reference, bundled for a browser.
 *
 * @param entry file below docs/.vitepress/browser: `reference.ts`
 */
export async function browserScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, entry)],
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
