import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { writeDeclarations } from "./package/declarations.js";
import { forBrowsers } from "./package/for-browsers.js";
import { manifestText, publishedManifest, readManifest } from "./package/published-manifest.js";

const PACKAGE = fileURLToPath(new URL("../packages/client/", import.meta.url));
const ENTRIES = ["index", "react", "testing", "openapi-fetch"];
const EXTERNAL = ["@ittybit/client", "openapi-fetch", "openapi-react-query", "@tanstack/react-query"];

/**
 * Builds @ittybit/client: JavaScript for import and require, for servers and for browsers, and one declaration
 * file for each entry. The generated table and types are inlined.
 */
export async function buildClient(dist: string, writeScripts = buildScripts): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeScripts(dist);
  const settings = { external: EXTERNAL, endings: ["d.ts", "d.cts"] };
  await Promise.all(
    ENTRIES.map((entry) => writeDeclarations(join(PACKAGE, `src/${entry}.ts`), dist, settings)),
  );
  await Promise.all(
    ENTRIES.flatMap((entry) =>
      settings.endings.map((ending) => withoutPrivateExamples(join(dist, `${entry}.${ending}`))),
    ),
  );
}

/** Removes docblocks that show how the generated package is imported, which is inlined here. */
async function withoutPrivateExamples(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/\/\*\*(?:(?!\*\/)[\s\S])*from "@ittybit\/openapi[\s\S]*?\*\/\n/g, ""));
}

/** The JavaScript alone, which takes a fraction of the time. */
export async function buildScripts(dist: string): Promise<void> {
  for (const [format, ending] of [
    ["esm", "js"],
    ["cjs", "cjs"],
  ] as const) {
    await scripts(dist, ENTRIES, format, `.${ending}`, []);
    await scripts(dist, ["index"], format, `.browser.${ending}`, [forBrowsers]);
  }
}

/**
 * Lays out what is published, so that `npm pack` and `npm publish` can be run on the folder.
 *
 * @param writeScripts writes the JavaScript, where it has been built before
 */
export async function stageClient(folder: string, writeScripts = buildScripts): Promise<void> {
  await buildClient(join(folder, "dist"), writeScripts);
  await writeFile(join(folder, "package.json"), await clientManifest());
  await copyFile(join(PACKAGE, "README.md"), join(folder, "README.md"));
  await copyFile(join(PACKAGE, "../../LICENSE"), join(folder, "LICENSE"));
}

const scripts = (dist: string, entries: string[], format: "esm" | "cjs", ending: string, plugins: Plugin[]) =>
  build({
    entryPoints: entries.map((entry) => join(PACKAGE, `src/${entry}.ts`)),
    outdir: dist,
    outExtension: { ".js": ending },
    bundle: true,
    // A page loads the code of uploads and other bodies with the first one. CommonJS has one file.
    splitting: format === "esm" && plugins.length > 0,
    chunkNames: "[name]-[hash]",
    format,
    target: "es2022",
    // Inlines the constants of other modules: a shared one would cost each chunk an export and an import.
    minifySyntax: true,
    conditions: ["@ittybit/source"],
    external: EXTERNAL,
    plugins,
    logLevel: "error",
  });

/** The manifest without what only this repository has: its condition, its private packages, its scripts. */
export async function clientManifest(): Promise<string> {
  return manifestText(publishedManifest(await readManifest(PACKAGE)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildClient(join(PACKAGE, "dist")) : stageClient(folder));
}
