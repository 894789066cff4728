import { ContractError, parseSource, type SourceFile } from "@ittybit/contract/source";
import { SpecError } from "../../generate/bundle/spec-error.js";

/** The steps from the top of a file to a value in it: map keys and list indices. */
export type Steps = readonly (string | number)[];

/** A place in a file. */
export type Site = { file: string; steps: Steps };

/** The parsed files of a contract, by path relative to the root of the repository. */
export type Sources = ReadonlyMap<string, SourceFile>;

/**
 * Parses every file.
 *
 * @param texts YAML or JSON by path
 * @throws SpecError for text that is not YAML, including duplicate keys
 */
export function parseSources(texts: ReadonlyMap<string, string>): Sources {
  return new Map([...texts].map(([file, text]) => [file, parse(file, text)]));
}

function parse(file: string, text: string): SourceFile {
  try {
    return parseSource(file, text);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new SpecError(`${file}:${error.line ?? 1}`, `not valid YAML: ${error.problem}`, {
      fix: "Fix this line.",
    });
  }
}

/** The value at a site; undefined when the steps lead nowhere. */
export function valueAt(sources: Sources, { file, steps }: Site): unknown {
  let value = sources.get(file)?.value;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The line of a site, or of the nearest place above it that exists. For a map entry it is the line of its key. */
export function lineOf(sources: Sources, { file, steps }: Site): number {
  return sources.get(file)?.line(steps.map(String)) ?? 1;
}
