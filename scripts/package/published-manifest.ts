import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../generated/version.js";

export type Manifest = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** The manifest of a package as it stands in this repository. */
export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/**
 * A manifest as it is released: with the version of the contract, and without what only this repository has (its
 * condition, scripts and development dependencies).
 */
export function publishedManifest({ name, ...manifest }: Manifest): Manifest {
  const { private: _private, scripts: _scripts, devDependencies: _dev, ...published } = manifest;
  return JSON.parse(JSON.stringify({ name, version, ...published }, released));
}

/** Drops entries and conditions of this repository, and gives a package of this repository its released version. */
function released(key: string, value: unknown): unknown {
  if (key === "@ittybit/source" || isSourceOnly(value)) return undefined;
  return key.startsWith("@ittybit/") && value === "*" ? version : value;
}

export const manifestText = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** Whether an entry is for this repository alone: it has sources and no build. */
const isSourceOnly = (entry: unknown): boolean =>
  typeof entry === "object" && entry !== null && Object.keys(entry).join() === "@ittybit/source";

/** Sources of the entries that are released. */
export function libraryEntries(folder: string, { exports }: Manifest): string[] {
  return Object.values(exports).flatMap((entry) => {
    const source = (entry as Readonly<Record<string, string>>)["@ittybit/source"];
    return source === undefined || isSourceOnly(entry) ? [] : [join(folder, source)];
  });
}
