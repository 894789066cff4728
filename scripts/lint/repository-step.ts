import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackedFiles } from "./changed-files.js";
import { findingsOutcome } from "./finding.js";
import type { Outcome } from "./outcome.js";
import { outsideFindings, recordNumberFindings, rootFileFindings } from "./repository.js";
import type { LintContext } from "./step.js";

/** Written by tools, from sources that are checked, or by others. */
const UNCHECKED =
  /^(?:generated\/|package-lock\.json$)|\/fixtures\/|\.(?:png|jpg|gif|webp|heic|mp4|mov|mkv|webm|hevc|m4a)$/;

/** Checks that the repository holds what belongs in it, and points to nothing outside. */
export async function checkRepository({ repository }: LintContext): Promise<Outcome> {
  const files = await trackedFiles(repository);
  if (files === undefined)
    return { kind: "skipped", reason: "not a checkout of git, so its files are not known" };
  const texts = files.filter((file) => !UNCHECKED.test(file));
  const found = await Promise.all(
    // A file that was deleted and is not committed yet has no text.
    texts.map(async (file) =>
      outsideFindings(file, await readFile(join(repository, file), "utf8").catch(() => "")),
    ),
  );
  return findingsOutcome([...rootFileFindings(files), ...recordNumberFindings(files), ...found.flat()]);
}
