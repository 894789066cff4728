import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Folders that hold what is installed or built, and so follow from the rest. */
const derived = new Set(["node_modules", "dist", ".cache"]);

/**
 * A digest of files and of what else a build depends on: the same for the same names and bytes, on every machine
 * and in every copy of the folder.
 *
 * @param root what the names of the files are relative to
 * @param sources files and folders below it; one that does not exist counts as such
 * @param also further text, such as options of the build
 */
export async function contentKey(root: string, sources: readonly string[], also = ""): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesIn(join(root, source))))).flat().sort();
  const hash = createHash("sha256").update(`${process.version}\0${also}\0`);
  for (const file of files) {
    const bytes = await readFile(file);
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 20);
}

/**
 * The same for files that do not change while a process lasts: each of them is read once, however often it is asked.
 *
 * @returns what gives the digest
 */
export function contentKeyOnce(root: string, sources: readonly string[]): () => Promise<string> {
  let key: Promise<string> | undefined;
  return () => {
    key ??= contentKey(root, sources);
    return key;
  };
}

/** The files of a folder without what is installed or built in it, or the file of that path; none where neither is. */
export async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return null;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === null) return [path];
  const kept = entries.filter(({ name }) => !derived.has(name));
  const below = kept.map((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );
  return (await Promise.all(below)).flat();
}
