import { copyFile, cp, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDeclarations } from "./package/declarations.js";
import { licenseNotices } from "./package/licenses.js";
import { bundleForNode } from "./package/node-bundle.js";
import {
  type Manifest,
  manifestText,
  publishedManifest,
  readManifest,
} from "./package/published-manifest.js";

const home = fileURLToPath(new URL("../packages/qa/", import.meta.url));

/** Builds the JavaScript of @ittybit/qa. The contract, its engine and their packages are inlined: it needs no other. */
export async function buildQa(dist: string): Promise<void> {
  const manifest = await readManifest(home);
  const scripts = [...libraryEntries(manifest), join(home, "src/bin.ts"), ...(await workers())];
  const metafile = await bundleForNode({ entries: scripts, dist, external: peers(manifest) });
  await writeFile(join(dist, "LICENSES.txt"), await licenseNotices(metafile));
}

/** Lays out what is published, so that `npm pack` and `npm publish` can be run on the folder. */
export async function stageQa(folder: string): Promise<void> {
  const manifest = await readManifest(home);
  const dist = join(folder, "dist");
  await buildQa(dist);
  const settings = { external: peers(manifest), endings: ["d.ts"] };
  await Promise.all(libraryEntries(manifest).map((entry) => writeDeclarations(entry, dist, settings)));
  const { dependencies: _inlined, ...published } = publishedManifest(manifest);
  await writeFile(join(folder, "package.json"), manifestText(published));
  await cp(join(home, "schemas"), join(folder, "schemas"), { recursive: true });
  await copyFile(join(home, "README.md"), join(folder, "README.md"));
  await copyFile(join(home, "../../LICENSE"), join(folder, "LICENSE"));
}

/** Sources of the entries that the exports map names. */
function libraryEntries({ exports }: Manifest): string[] {
  return Object.values(exports).flatMap((entry) => {
    const source = (entry as Readonly<Record<string, string>>)["@ittybit/source"];
    return source === undefined ? [] : [join(home, source)];
  });
}

/** Files that run as threads: nothing imports them, they are started by their path. */
async function workers(): Promise<string[]> {
  const files = await readdir(join(home, "src"), { recursive: true });
  return files.filter((file) => basename(file).endsWith("-worker.ts")).map((file) => join(home, "src", file));
}

/** Packages that whoever uses an entry brings along. */
function peers({ peerDependencies = {} }: Manifest): string[] {
  return Object.keys(peerDependencies);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  await (folder === undefined ? buildQa(join(home, "dist")) : stageQa(folder));
}
