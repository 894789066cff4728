import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Files and folders that state or name default ports. What is made from them is not here, and tests take any port. */
const PLACES = [
  "README.md",
  "CONTRIBUTING.md",
  "Dockerfile",
  "compose.yaml",
  "action.yml",
  ".devcontainer",
  "docs",
  "packages",
  "scripts",
];

const SKIPPED_FOLDERS = new Set(["node_modules", "dist", "test", "test-support", ".cache", "cache"]);

const TEXT_FILE = /\.(md|ts|tsx|js|mjs|vue|yaml|yml|json)$|^Dockerfile$/;

/**
 * Replaces a port number wherever a file of the repository names it.
 *
 * @returns the files that changed, in code point order
 */
export async function replacePort(root: string, from: number, to: number): Promise<string[]> {
  const changed: string[] = [];
  for (const file of (await Promise.all(PLACES.map((place) => filesAt(root, place)))).flat().sort()) {
    const text = await readFile(join(root, file), "utf8");
    const replaced = text.replaceAll(new RegExp(`(?<![\\d.])${from}(?![\\d.]\\d)`, "g"), String(to));
    if (replaced === text) continue;
    await writeFile(join(root, file), replaced);
    changed.push(file);
  }
  return changed;
}

async function filesAt(root: string, path: string): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found?.isFile()) return TEXT_FILE.test(basename(path)) ? [path] : [];
  const entries = found ? await readdir(join(root, path), { withFileTypes: true }) : [];
  const below = entries
    .filter((entry) => !(entry.isDirectory() && SKIPPED_FOLDERS.has(entry.name)))
    .map(({ name }) => filesAt(root, `${path}/${name}`));
  return (await Promise.all(below)).flat();
}
