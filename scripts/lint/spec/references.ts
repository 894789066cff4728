import { posix } from "node:path";
import { parsePointer } from "@ittybit/contract/json-pointer";
import { SpecError } from "../../generate/bundle/spec-error.js";
import { lineOf, type Site, type Sources, type Steps, valueAt } from "./spec-source.js";

/** A `$ref` and its target. */
export type Reference = { from: Site; to: Site };

/**
 * Every `$ref` of every file.
 *
 * @throws SpecError for one whose target does not exist
 */
export function references(sources: Sources): Reference[] {
  return [...sources].flatMap(([file, { value }]) =>
    [...refs(value, [])].map(({ steps, ref }) => {
      const from = { file, steps };
      return { from, to: resolve(sources, from, ref) };
    }),
  );
}

/** The target of a `$ref` (RFC 3986 for the file, RFC 6901 for the fragment). */
export function target({ file }: Site, ref: string): Site {
  const [path = "", fragment = ""] = ref.split("#", 2);
  const steps = parsePointer(decodeURIComponent(fragment));
  return { file: path === "" ? file : posix.join(posix.dirname(file), decodeURI(path)), steps };
}

/** Follows `$ref`s to a value that is none. */
export function followed(sources: Sources, site: Site): { site: Site; value: unknown } {
  const value = valueAt(sources, site);
  const ref = refOf(value);
  return ref === undefined ? { site, value } : followed(sources, target(site, ref));
}

/** The `$ref` of an object, if it has one. */
export function refOf(value: unknown): string | undefined {
  const ref = typeof value === "object" && value !== null && "$ref" in value ? value.$ref : undefined;
  return typeof ref === "string" ? ref : undefined;
}

function resolve(sources: Sources, from: Site, ref: string): Site {
  const to = target(from, ref);
  const fail = (problem: string) => {
    const line = lineOf(sources, { ...from, steps: [...from.steps, "$ref"] });
    return new SpecError(`${from.file}:${line}`, `$ref to ${ref}: ${problem}`, { fix: "Fix the $ref." });
  };
  if (!sources.has(to.file)) throw fail(`there is no file ${to.file}`);
  if (valueAt(sources, to) === undefined) throw fail(`${to.file} has nothing at that place`);
  return to;
}

function* refs(value: unknown, steps: Steps): Generator<{ steps: Steps; ref: string }> {
  if (typeof value !== "object" || value === null) return;
  const ref = refOf(value);
  if (ref !== undefined) yield { steps, ref };
  for (const [key, child] of Object.entries(value))
    yield* refs(child, [...steps, Array.isArray(value) ? Number(key) : key]);
}
