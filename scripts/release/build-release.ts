import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { stageClient } from "../build-client.js";
import { stageContract } from "../build-contract.js";
import { stageMock } from "../build-mock.js";
import { stageQa } from "../build-qa.js";
import { outputs } from "../generate/outputs.js";
import { CHECKSUMS, checksums } from "./checksums.js";
import { NOTES } from "./notes.js";

const run = promisify(execFile);

/** Writes the folder of each package that is released. */
const packages = [stageClient, stageContract, stageMock, stageQa];

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
  for (const stage of packages) await add(await pack(stage, folder));
  for (const file of contractFiles()) {
    await copyFile(join(root, "generated", file), join(folder, file));
    await add(join(folder, file));
  }
  await writeFile(join(folder, NOTES), `${notes}\n`);
  await add(join(folder, NOTES));
  await writeFile(join(folder, CHECKSUMS), await checksums(folder, names));
}

/** Packs one package. @returns the tarball */
async function pack(stage: (folder: string) => Promise<void>, folder: string): Promise<string> {
  const staged = await mkdtemp(join(tmpdir(), "release-"));
  try {
    await stage(staged);
    const args = ["pack", "--silent", "--pack-destination", folder];
    const { stdout } = await run("npm", args, { cwd: staged });
    return join(folder, stdout.trim());
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** The files of generated/ that are of use on their own. */
const contractFiles = (): string[] =>
  outputs.map(({ file }) => file).filter((file) => file !== "package.json");
