import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Date of the last commit of each file of the docs and the contract, ISO 8601; none outside a repository with history. */
export async function lastChanges(root: string): Promise<Map<string, string>> {
  const args = ["log", "--format=%x00%cI", "--name-only", "--", "docs", "spec", "CHANGELOG.md"];
  const { stdout } = await promisify(execFile)("git", args, { cwd: root, maxBuffer: 2 ** 28 }).catch(() => ({
    stdout: "",
  }));
  const dates = new Map<string, string>();
  for (const commit of stdout.split("\0").slice(1)) {
    const [date = "", ...files] = commit.split("\n").filter((line) => line !== "");
    for (const file of files) if (!dates.has(file)) dates.set(file, date);
  }
  return dates;
}
