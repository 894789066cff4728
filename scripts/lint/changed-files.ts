import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Branches that a change is compared with, the first that exists. */
const MAIN_BRANCHES = ["origin/main", "main"];

/** What changed in a folder since it left the main branch, committed or not. */
export interface Changes {
  /** Abbreviated id of the commit that the changes start from. */
  readonly since: string;
  /** First changed line of each changed file below spec/, by path; 1 for a file that is new or gone. */
  readonly spec: ReadonlyMap<string, number>;
  /** Lines of CHANGELOG.md that were added, by line number. */
  readonly changelog: ReadonlyMap<number, string>;
}

/**
 * Reads what changed since the merge base with the main branch.
 *
 * @param folder the root of a checkout
 * @returns undefined where there is no history to compare with
 */
export async function readChanges(folder: string): Promise<Changes | undefined> {
  const git = async (...args: string[]) => (await execute("git", args, { cwd: folder })).stdout;
  const since = await mergeBase(git);
  if (since === undefined) return undefined;
  const diff = await git(
    "diff",
    "--relative",
    "--unified=0",
    "--no-color",
    "--no-renames",
    since,
    "--",
    "spec",
    "CHANGELOG.md",
  );
  const untracked = await git("ls-files", "--others", "--exclude-standard", "--", "spec");
  const files = [...filesOf(diff)];
  return {
    since,
    spec: new Map([
      ...files
        .filter(([file]) => file.startsWith("spec/"))
        .map(([file, { first }]) => [file, first] as const),
      ...lines(untracked).map((file) => [file, 1] as const),
    ]),
    changelog: new Map(files.filter(([file]) => file === "CHANGELOG.md").flatMap(([, { added }]) => added)),
  };
}

type Git = (...args: string[]) => Promise<string>;

async function mergeBase(git: Git): Promise<string | undefined> {
  for (const branch of MAIN_BRANCHES) {
    const base = await git("merge-base", "HEAD", branch).catch(() => undefined);
    if (base !== undefined) return (await git("rev-parse", "--short", base.trim())).trim();
  }
  return undefined;
}

type FileChange = { first: number; added: [line: number, text: string][] };

/** The files of a unified diff without context lines. */
function filesOf(diff: string): Map<string, FileChange> {
  const sections = diff.split(/^diff --git /m).slice(1);
  return new Map(sections.map((section) => [/ b\/(.+)/.exec(section)?.[1] ?? "", fileChange(section)]));
}

function fileChange(section: string): FileChange {
  const hunks = section.split(/^@@ -\S+ \+/m).slice(1);
  const starts = hunks.map((hunk) => Math.max(1, Number.parseInt(hunk, 10)));
  const added = hunks.flatMap((hunk, index) =>
    lines(hunk)
      .filter((line) => line.startsWith("+"))
      .map((line, offset): [number, string] => [(starts[index] ?? 1) + offset, line.slice(1)]),
  );
  return { first: starts[0] ?? 1, added };
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");

/** Files that are tracked, or would be; undefined where there is no git. */
export async function trackedFiles(folder: string): Promise<string[] | undefined> {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const listed = await execute("git", args, { cwd: folder, maxBuffer: 2 ** 26 }).catch(() => undefined);
  return listed && lines(listed.stdout).filter((file) => existsSync(join(folder, file)));
}
