import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { CHECKSUMS, verifiedFiles } from "./checksums.js";
import { NOTES } from "./notes.js";

const run = promisify(execFile);

/**
 * Creates a release on GitHub from an existing tag, with the files of a folder.
 *
 * @param publish whether to publish the tarballs to the npm registry, with a statement of where they were built
 * @throws when a file is not what was built, or gh or npm is missing or refuses
 */
export async function release(tag: string, folder: string, publish: boolean): Promise<void> {
  const names = await verifiedFiles(folder);
  const files = [...names, CHECKSUMS].map((name) => join(folder, name));
  const notes = ["--notes-file", join(folder, NOTES)];
  await execute("gh", ["release", "create", tag, "--verify-tag", "--title", tag, ...notes, ...files]);
  for (const tarball of publish ? files.filter((file) => file.endsWith(".tgz")) : [])
    await execute("npm", ["publish", tarball, "--access", "public", "--provenance"]);
}

async function execute(command: string, args: readonly string[]): Promise<void> {
  try {
    await run(command, args);
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    const reason = code === "ENOENT" ? "no such command" : stderr.trim().split("\n").at(-1);
    throw new Error(`${command} ${args.slice(0, 2).join(" ")}: ${reason}`, { cause: error });
  }
}
