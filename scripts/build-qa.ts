import { copyFile, cp, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDeclarations, writeSharedDeclarations } from "./package/declarations.js";
import { licenseNotices } from "./package/licenses.js";
import { bundleForNode } from "./package/node-bundle.js";
import {
  libraryEntries,
  type Manifest,
  manifestText,
  publishedManifest,
  readManifest,
} from "./package/published-manifest.js";
import { bundleAlone } from "./package/single-bundle.js";

const home = fileURLToPath(new URL("../packages/qa/", import.meta.url));

/** Runs in pages too, where what the others share cannot be loaded. */
const pageEntry = join(home, "src/client.ts");

/** Builds the JavaScript of @ittybit/qa. The contract, its engine and their packages are inlined: it needs no other. */
export async function buildQa(dist: string): Promise<void> {
  const manifest = await readManifest(home);
  const external = peers(manifest);
  const library = libraryEntries(home, manifest).filter((entry) => entry !== pageEntry);
  const scripts = [...library, join(home, "src/bin.ts"), ...(await workers())];
  const metafile = await bundleForNode({ entries: scripts, dist, external });
  await bundleAlone({ entry: pageEntry, outfile: join(dist, "client.js"), platform: "browser", external });
  // Jest loads CommonJS by default
  const jest = { entry: join(home, "src/jest.ts"), outfile: join(dist, "jest.cjs") };
  await bundleAlone({ ...jest, platform: "node", external });
  await writeFile(join(dist, "LICENSES.txt"), await licenseNotices(metafile));
}

/**
 * Lays out what is published, so that `npm pack` and `npm publish` can be run on the folder.
 *
 * @param writeScripts writes the JavaScript, where it has been built before
 */
export async function stageQa(folder: string, writeScripts = buildQa): Promise<void> {
  const manifest = await readManifest(home);
  const dist = join(folder, "dist");
  await writeScripts(dist);
  const external = peers(manifest);
  const isJest = (entry: string) => basename(entry) === "jest.ts";
  const [jest, others] = [true, false].map((is) =>
    libraryEntries(home, manifest).filter((entry) => isJest(entry) === is),
  ) as [string[], string[]];
  await writeSharedDeclarations(others, dist, external);
  for (const entry of jest) await writeDeclarations(entry, dist, { external, endings: ["d.ts", "d.cts"] });
  const { dependencies: _inlined, ...published } = publishedManifest(manifest);
  await writeFile(join(folder, "package.json"), manifestText(published));
  await cp(join(home, "schemas"), join(folder, "schemas"), { recursive: true });
  await copyFile(join(home, "README.md"), join(folder, "README.md"));
  await copyFile(join(home, "../../LICENSE"), join(folder, "LICENSE"));
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
