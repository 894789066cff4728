import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Creates a release on GitHub from an existing tag and attaches files to it.
 *
 * @throws when gh is missing or refuses, with the last line that it printed
 */
export async function upload(tag: string, notes: string, files: readonly string[]): Promise<void> {
  await execute("gh", [
    "release",
    "create",
    tag,
    "--verify-tag",
    "--title",
    tag,
    "--notes-file",
    notes,
    ...files,
  ]);
}

/** Publishes tarballs to the npm registry, with a statement of where they were built. */
export async function publish(tarballs: readonly string[]): Promise<void> {
  for (const tarball of tarballs)
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
