import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readChanges } from "./changed-files.js";
import { changelogFindings } from "./changelog.js";
import { findingsOutcome } from "./finding.js";
import type { Outcome } from "./outcome.js";
import type { LintContext } from "./step.js";

/** Checks CHANGELOG.md against what changed in spec/ since the main branch. */
export async function checkChangelog({ folder }: LintContext): Promise<Outcome> {
  const changes = await readChanges(folder);
  const text = await readFile(join(folder, "CHANGELOG.md"), "utf8").catch(() => undefined);
  if (changes === undefined && text === undefined)
    return { kind: "skipped", reason: "no CHANGELOG.md and no history of git" };
  const outcome = findingsOutcome(changelogFindings(text ?? "", changes));
  if (changes === undefined && outcome.kind === "clean")
    return { kind: "skipped", reason: "no main branch in the history of git to compare spec/ with" };
  return outcome;
}
