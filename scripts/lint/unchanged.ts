import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentKey } from "../cache/content-key.js";
import type { Outcome } from "./outcome.js";

/** What the checks of the contract depend on: the contract, the rules, and the code that applies them. */
const SOURCES = [
  "spec",
  "generated",
  "rules",
  "scripts",
  "packages/contract/src",
  "docs/evidence",
  ".redocly.lint-ignore.yaml",
  ".spectral.yaml",
  "redocly.source.yaml",
  "package-lock.json",
];

/**
 * Digest of what the checks of the contract depend on.
 *
 * @param repository absolute path of its folder
 */
export const contractKey = (repository: string): Promise<string> => contentKey(repository, SOURCES);

/** The folder that remembers the last clean content of each check of a repository. */
export const cleanContent = (repository: string): string => join(repository, "node_modules/.cache/lint");

/**
 * Runs a check, unless it was clean for the same content before. Findings are never kept.
 *
 * @param name of the check
 * @param key from `contractKey`
 * @param cache folder, as `cleanContent` gives it
 */
export async function unlessClean(
  name: string,
  key: string,
  cache: string,
  check: () => Promise<Outcome>,
): Promise<Outcome> {
  const file = join(cache, name);
  if ((await readFile(file, "utf8").catch(() => "")) === key) return { kind: "clean" };
  const outcome = await check();
  if (outcome.kind === "clean") {
    await mkdir(cache, { recursive: true });
    await writeFile(file, key);
  }
  return outcome;
}
