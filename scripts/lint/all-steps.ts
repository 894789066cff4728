import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Bundle } from "../generate/bundle/bundle-spec.js";
import { SpecError } from "../generate/bundle/spec-error.js";
import { checkChangelog } from "./changelog-step.js";
import { findingsOutcome } from "./finding.js";
import { checkGenerated } from "./generated-step.js";
import type { Outcome } from "./outcome.js";
import { checkRepository } from "./repository-step.js";
import { checkSpec } from "./spec/check-spec.js";
import { specRoot, workflowFiles } from "./spec/spec-file.js";
import type { LintContext, LintStep } from "./step.js";
import { biome, knip, redocly, spectral } from "./third-party-linters.js";
import { unmarkedFacts } from "./unmarked-facts.js";
import { checkWords } from "./words-step.js";

/** Every step of `npm run lint`, in the order in which they are reported. */
export const LINT_STEPS = {
  biome: {
    about: "format and code of the repository",
    run: ({ repository }) => biome(repository),
  },
  redocly: {
    about: "spec/ and its workflows, with redocly.source.yaml",
    checksContract: true,
    run: ({ repository, folder }) => redocly(repository, folder, [specRoot, ...workflowFiles(folder)]),
  },
  spectral: {
    about: "spec/ as one document, with .spectral.yaml and rules/",
    checksContract: true,
    run: lintBundle,
  },
  spec: {
    about: "unused files, duplicate names, invalid examples, differing lists of formats",
    checksContract: true,
    run: async ({ spec }) => findingsOutcome(checkSpec(spec)),
  },
  marks: {
    about: "facts of spec/ that are neither in the public reference nor marked with x-inferred",
    checksContract: true,
    run: checkMarks,
  },
  generated: {
    about: "generated/ matches spec/",
    checksContract: true,
    run: checkGenerated,
  },
  changelog: {
    about: "a change of spec/ since the main branch has a line in CHANGELOG.md",
    run: checkChangelog,
  },
  words: {
    about: "names and prose use the vocabulary of OpenAPI and HTTP",
    run: checkWords,
  },
  repository: {
    about: "files at the root, numbers of decision records, and text that points outside the repository",
    run: checkRepository,
  },
  knip: {
    about: "unused files, exports and dependencies",
    run: ({ repository }) => knip(repository),
  },
} as const satisfies Readonly<Record<string, LintStep>>;

async function checkMarks(context: LintContext): Promise<Outcome> {
  const text = await readFile(join(context.folder, SENTENCES), "utf8").catch(() => undefined);
  if (text === undefined) return { kind: "skipped", reason: `no ${SENTENCES}` };
  // Sentences name the schemas as they are written, so their `allOf` is not merged here.
  const asWritten = async () =>
    (await import("../generate/bundle/bundle-spec.js")).bundleSpec(context.folder);
  return withBundle(asWritten, ({ document }, locate) =>
    findingsOutcome(unmarkedFacts(document, parse(text), locate)),
  );
}

/** The sentences of the public reference, with the facts that they state. */
const SENTENCES = "docs/evidence/sentences.yaml";

function lintBundle(context: LintContext): Promise<Outcome> {
  return withBundle(context.bundle, ({ document }, locate) => spectral(context.repository, document, locate));
}

type Locate = (pointer: string) => { file: string; line: number };

async function withBundle(
  bundle: () => Promise<Bundle>,
  check: (source: Bundle, locate: Locate) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const { locateSource } = await import("../generate/write-generated.js");
  try {
    const source = await bundle();
    return await check(source, locateSource(source));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    // The step `generated` reports where and why.
    return { kind: "could-not-run", reason: "spec/ gives no bundle; npm run lint -- generated reports why" };
  }
}
