import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { packedPackages } from "../cache/shared-builds.js";
import { outputs } from "../generate/outputs.js";
import { CHECKSUMS, checksums } from "./checksums.js";
import { NOTES } from "./notes.js";

/** One file of a release. */
export interface ReleaseFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Builds everything that a release attaches: a tarball of each package, every file of generated/, what changed, and
 * the hashes of all of them.
 *
 * @param root folder of the repository
 * @param folder where to write; its content is deleted
 * @param notes what changed, as Markdown
 * @param onFile called with each file as soon as it is written
 */
export async function buildRelease(
  root: string,
  folder: string,
  notes: string,
  onFile: (file: ReleaseFile) => void,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  const add = async (path: string) => {
    const name = basename(path);
    names.push(name);
    onFile({ name, size: (await stat(path)).size });
  };
  const copy = async (path: string) => {
    await copyFile(path, join(folder, basename(path)));
    await add(join(folder, basename(path)));
  };
  // What the tests have installed is what is released, as long as its sources are the same.
  for (const tarball of await packedPackages()) await copy(tarball);
  for (const file of contractFiles()) await copy(join(root, "generated", file));
  await writeFile(join(folder, NOTES), `${notes}\n`);
  await add(join(folder, NOTES));
  await writeFile(join(folder, CHECKSUMS), await checksums(folder, names));
}

/** The files of generated/ that are of use on their own. */
const contractFiles = (): string[] =>
  outputs.map(({ file }) => file).filter((file) => file !== "package.json");
