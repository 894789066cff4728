import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputChunk, type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
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

/** Of its own, because what it states about files holds for these options alone. */
const compilerOptions = { tsBuildInfoFile: join(root, "node_modules/.cache/tsc/declarations.tsbuildinfo") };

async function declarations(
  input: string | string[],
  external: readonly string[],
): Promise<[OutputChunk, ...OutputChunk[]]> {
  const plugins = [inlined, dts({ tsconfig: join(root, "tsconfig.json"), compilerOptions })];
  const bundle = await rollup({ input, external: [...external], plugins });
  const { output } = await bundle.generate({ format: "es", chunkFileNames: "shared-[hash].d.ts" });
  await bundle.close();
  const [first, ...others] = output;
  return [first, ...others.filter((file) => file.type === "chunk")];
}

/** Resolves the names of the inlined packages to their sources. */
const inlined: Plugin = {
  name: "inlined",
  resolveId: (id) => {
    const [, name = "", path = ""] = /^(@ittybit\/[^/]+)(\/.+)?$/.exec(id) ?? [];
    const folder = inlinedPackages[name];
    return folder === undefined ? undefined : sourceOf(folder, `.${path}`);
  },
};

async function sourceOf(folder: string, path: string): Promise<string | undefined> {
  const { exports } = await readManifest(folder);
  const entry = exports[path] as Readonly<Record<string, string>> | undefined;
  const file = entry?.["@ittybit/source"] ?? entry?.types;
  return file === undefined ? undefined : join(folder, file);
}
