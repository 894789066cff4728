import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { filesIn } from "../../scripts/cache/content-key.js";

/**
 * Copies files to another folder, each to the same path below it. `cp` of node:fs takes ten times the work: it looks
 * at every path several times.
 */
export async function copyFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map(dirname))) await mkdir(join(to, folder), { recursive: true });
  await Promise.all(files.map((file) => copyFile(join(from, file), join(to, file))));
}

/** Copies files, and folders without what is installed or built in them. */
export async function copySources(from: string, to: string, sources: readonly string[]): Promise<void> {
  const files = await Promise.all(sources.map((source) => filesIn(join(from, source))));
  await copyFiles(
    from,
    to,
    files.flat().map((file) => relative(from, file)),
  );
}
