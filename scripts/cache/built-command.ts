import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { buildOnce } from "./build-once.js";
import { contentKeyOnce } from "./content-key.js";
import { PACKAGE_SOURCES } from "./package-sources.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const COMMANDS = [
  "contract",
  "docs",
  "generate",
  "lint",
  "port",
  "prism",
  "release",
  "start",
  "test",
] as const;

/** A command of scripts/. */
type CommandName = (typeof COMMANDS)[number];

/** Of what the commands import, and of what decides how it is built. */
const sourceKey = contentKeyOnce(root, [
  "scripts",
  "generated",
  ...PACKAGE_SOURCES,
  "package-lock.json",
  "tsconfig.json",
]);

/**
 * A command of scripts/ as JavaScript, built once for all tests: it starts in half the time of its source, which tsx
 * compiles file by file. It works on this repository, as its source does.
 *
 * @returns the file to run with Node
 */
export async function builtCommand(name: CommandName): Promise<string> {
  return join(await builtCommands(), `${name}.js`);
}

/**
 * The same for a copy of this repository, whose files it works on.
 *
 * @param copy its folder, with the same scripts/, packages/ and generated/ as here
 * @returns the file to run with Node, inside the copy
 */
export async function builtCommandIn(copy: string, name: CommandName): Promise<string> {
  const [from, to] = [await builtCommands(), join(copy, "dist/commands")];
  const [here, there] = [pathToFileURL(root).href, pathToFileURL(`${copy}/`).href];
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from)) {
    const text = await readFile(join(from, file), "utf8");
    await writeFile(join(to, file), text.replaceAll(here, there));
  }
  return join(to, `${name}.js`);
}

const builtCommands = async () => buildOnce({ name: "commands", key: await sourceKey(), write });

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
    define: { "import.meta.url": "placeOfThisFile" },
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
      return { contents: `const placeOfThisFile = ${place};${text}`, loader: "ts" };
    }),
};
