import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { builtCommand } from "../../scripts/cache/built-command.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A site that was built for the tests. */
export interface BuiltSite {
  /** The folder to serve; the site is below it, at the path of its URL. */
  readonly parent: string;
  readonly folder: string;
  /** Every file, by path in the site, in order. */
  readonly files: readonly string[];
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** Builds the site with the command that readers of the README use, started from JavaScript, into a folder of its own. */
export async function buildForTest(site: string): Promise<BuiltSite> {
  const parent = await mkdtemp(join(tmpdir(), "docs-"));
  const folder = join(parent, new URL(site).pathname);
  const args = [await builtCommand("docs"), "--output", folder, "--site", site];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return {
    parent,
    folder,
    files: files.sort(),
    read: (file) => readFile(join(folder, file), "utf8"),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}
