import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpecError } from "../generate/bundle/spec-error.js";
import { findingsOutcome } from "./finding.js";
import type { Outcome } from "./outcome.js";
import { staleFindings } from "./stale-lines.js";
import type { LintContext } from "./step.js";

/** Checks that generated/ is what spec/ says now, and names the lines of spec/ that are not in it. */
export async function checkGenerated({ folder, bundle }: LintContext): Promise<Outcome> {
  // Loads esbuild, Ajv and the TypeScript compiler, which the other steps do not need.
  const { compareGenerated, locateSource } = await import("../generate/write-generated.js");
  try {
    const source = await bundle();
    const { differences } = await compareGenerated(folder, source);
    const committed = await readFile(join(folder, "generated/openapi.json"), "utf8").catch(() => "");
    return findingsOutcome(staleFindings(source.document, committed, differences, locateSource(source)));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { kind: "findings", lines: [error.message] };
  }
}
