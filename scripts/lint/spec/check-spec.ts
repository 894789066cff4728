import { SpecError } from "../../generate/bundle/spec-error.js";
import { type Finding, sorted } from "../finding.js";
import { unequalFormats } from "./accepted-formats.js";
import { disagreements } from "./example-agreement.js";
import { invalidExamples } from "./example-validity.js";
import { examples } from "./examples.js";
import { pathExamples } from "./path-examples.js";
import { type Reference, references } from "./references.js";
import { sharedBaseNames } from "./shared-base-names.js";
import { parseSources, type Site, type Sources } from "./spec-source.js";
import { orphans } from "./unused-files.js";

/** The parsed source of the contract: every file parses and every `$ref` leads somewhere. */
export type Spec = { sources: Sources; references: Reference[]; root: Site };

/**
 * Opens the source of the contract.
 *
 * @param texts every file of it, by path relative to the root of the repository
 * @param root path of the OpenAPI document among them
 * @throws SpecError for a missing root, a file that is not YAML, for a `$ref` that leads nowhere
 */
export function openSpec(texts: ReadonlyMap<string, string>, root: string): Spec {
  const sources = parseSources(texts);
  if (!sources.has(root))
    throw new SpecError(`${root}:1`, "no such file", { fix: "Put the OpenAPI document there." });
  return { sources, references: references(sources), root: { file: root, steps: [] } };
}

/**
 * Checks what no linter checks in the source of the contract: files that nothing uses, base names that are used twice,
 * examples that are invalid, have undescribed properties or contradict each other, and differing lists of formats.
 *
 * @throws SpecError for an invalid schema
 */
export function checkSpec({ sources, references, root }: Spec): Finding[] {
  return sorted([
    ...orphans(sources.keys(), root.file, references),
    ...sharedBaseNames(sources.keys()),
    ...invalidExamples(sources, examples(sources, root)),
    ...disagreements(sources, pathExamples(sources, root)),
    ...unequalFormats(sources, root),
  ]);
}
