import { execFile } from "node:child_process";
import { copyFile, readdir, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { OutputChunk, Plugin } from "rollup";
import { buildOnce } from "../cache/build-once.js";
import { contentKey } from "../cache/content-key.js";
import { TYPE_CHECKER } from "../step.js";
import { readManifest } from "./published-manifest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folders of the packages whose types are inlined into those of others. */
const inlinedPackages: Readonly<Record<string, string>> = {
  "@ittybit/contract": join(root, "packages/contract"),
  "@ittybit/openapi": join(root, "generated"),
};

/**
 * Writes one declaration file for an entry, with the types of the inlined packages.
 *
 * @param endings of the files to write: `d.ts`, `d.cts`
 */
export async function writeDeclarations(
  entry: string,
  dist: string,
  { external, endings }: { readonly external: readonly string[]; readonly endings: readonly string[] },
): Promise<void> {
  const [{ code }] = await declarations(entry, external);
  for (const ending of endings) await writeFile(join(dist, `${basename(entry, ".ts")}.${ending}`), code);
}

/** Writes the declaration files of several entries at a fraction of the time; what they share is written once. */
export async function writeSharedDeclarations(
  entries: readonly string[],
  dist: string,
  external: readonly string[],
): Promise<void> {
  for (const { fileName, code } of await declarations([...entries], external))
    await writeFile(join(dist, fileName), code);
}

/** What the declarations are made from, and what decides how. */
const SOURCES = [
  "generated",
  ...["client", "contract", "mock", "qa"].map((name) => `packages/${name}/src`),
  "scripts/package/tsconfig.json",
  "package-lock.json",
  "tsconfig.json",
];

/** The declarations of every module, laid out as the sources are. The native compiler writes them once for all packages. */
async function emitted(): Promise<string> {
  return buildOnce({
    name: "declarations",
    key: await contentKey(root, SOURCES),
    write: async (folder) => {
      // In one thread, so that the order of inferred members is the same each time.
      const flags = ["--outDir", folder, "--singleThreaded"];
      const args = [join(root, TYPE_CHECKER), "-p", join(root, "scripts/package"), ...flags];
      await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => {
        throw new Error(`no declarations: ${error.stdout}`);
      });
      for (const file of await readdir(join(root, "generated")))
        if (file.endsWith(".d.ts"))
          await copyFile(join(root, "generated", file), join(folder, "generated", file));
    },
  });
}

async function declarations(
  input: string | string[],
  external: readonly string[],
): Promise<[OutputChunk, ...OutputChunk[]]> {
  const folder = await emitted();
  // With a compiler, they take a second to load, which those who need no declarations save.
  const [{ rollup }, { dts }] = await Promise.all([import("rollup"), import("rollup-plugin-dts")]);
  const entries = [input].flat().map((entry) => emittedAs(folder, entry));
  const plugins = [inlined(folder), dts({ tsconfig: join(root, "scripts/package/tsconfig.json") })];
  const bundle = await rollup({ input: entries, external: [...external], plugins });
  const { output } = await bundle.generate({
    format: "es",
    entryFileNames: "[name].d.ts",
    chunkFileNames: "shared-[hash].d.ts",
  });
  await bundle.close();
  const [first, ...others] = output;
  return [first, ...others.filter((file) => file.type === "chunk")];
}

/** The declarations of a source. */
const emittedAs = (folder: string, source: string): string =>
  join(folder, relative(root, source).replace(/(?<!\.d)\.ts$/, ".d.ts"));

/** Resolves modules to their declarations: relative ones, and those of the inlined packages by name. */
const inlined = (folder: string): Plugin => ({
  name: "inlined",
  resolveId: async (id, importer) => {
    if (importer !== undefined && id.startsWith(".")) return join(importer, "..", id.replace(/js$/, "d.ts"));
    const [, name = "", path = ""] = /^(@ittybit\/[^/]+)(\/.+)?$/.exec(id) ?? [];
    const home = inlinedPackages[name];
    const source = home === undefined ? undefined : await sourceOf(home, `.${path}`);
    return source === undefined ? undefined : emittedAs(folder, source);
  },
});

async function sourceOf(folder: string, path: string): Promise<string | undefined> {
  const { exports } = await readManifest(folder);
  const entry = exports[path] as Readonly<Record<string, string>> | undefined;
  const file = entry?.["@ittybit/source"] ?? entry?.types;
  return file === undefined ? undefined : join(folder, file);
}
