import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type Manifest = Readonly<Record<string, unknown>> & {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** The manifest of a package as it stands in this repository. */
export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/** A manifest without what only this repository has: its condition, scripts and development dependencies. */
export function publishedManifest(manifest: Manifest): Manifest {
  const { private: _private, scripts: _scripts, devDependencies: _dev, ...published } = manifest;
  return JSON.parse(
    JSON.stringify(published, (key, value) => (key === "@ittybit/source" ? undefined : value)),
  );
}

export const manifestText = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;
