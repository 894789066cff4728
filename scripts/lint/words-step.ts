import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackedFiles } from "./changed-files.js";
import { findingsOutcome } from "./finding.js";
import type { Outcome } from "./outcome.js";
import type { LintContext } from "./step.js";
import { wordFindings } from "./words.js";

const TEXT_FILE = /\.(ts|tsx|js|mjs|vue|md|yaml|yml|hbs|css|sh|json|jsonc|xsd)$/;

/** What others wrote, and what is generated. */
const FOREIGN = /^generated\/|\/json-schema-test-suite\/|^package-lock\.json$/;

/** Checks that names and prose of the repository use the vocabulary of OpenAPI and HTTP. */
export async function checkWords({ repository }: LintContext): Promise<Outcome> {
  const files = await trackedFiles(repository);
  if (files === undefined) return { kind: "skipped", reason: "not a checkout of git" };
  const checked = files.filter((file) => TEXT_FILE.test(file) && !FOREIGN.test(file));
  const findings = await Promise.all(
    checked.map(async (file) => wordFindings(file, await readFile(join(repository, file), "utf8"))),
  );
  return findingsOutcome(findings.flat());
}
