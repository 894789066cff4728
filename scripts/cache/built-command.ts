import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { buildOnce } from "./build-once.js";
import { contentKey } from "./content-key.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const COMMANDS = ["contract", "docs", "generate", "lint", "release"] as const;

/** What the commands import, and what decides how it is built. */
const SOURCES = ["scripts", "packages", "generated", "package-lock.json", "tsconfig.json"];

/**
 * A command of scripts/ as JavaScript, built once for all tests: it starts in half the time of its source, which tsx
 * compiles file by file. It works on this repository, as its source does.
 *
 * @returns the file to run with Node
 */
export async function builtCommand(name: (typeof COMMANDS)[number]): Promise<string> {
  const folder = await buildOnce({ name: "commands", key: await contentKey(root, SOURCES), write });
  return join(folder, `${name}.js`);
}

const write = (outdir: string) =>
  build({
    entryPoints: COMMANDS.map((name) => join(root, `scripts/${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@ittybit/source"],
    plugins: [installedPackages, ownPlace],
    logLevel: "error",
  });

/** Leaves packages that are installed where they are; those of this repository are inlined. */
const installedPackages: Plugin = {
  name: "installed-packages",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@\w]/ }, ({ path, kind }) => {
      const isOwn = kind === "entry-point" || path.startsWith("@ittybit/");
      return isOwn ? undefined : { path, external: true };
    }),
};

/** Keeps the place of each source, by which it finds the files of the repository. */
const ownPlace: Plugin = {
  name: "own-place",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const place = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll("import.meta.url", place), loader: "ts" };
    }),
};
