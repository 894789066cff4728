import { relative, resolve as resolvePath, sep } from "node:path";
import {
  BaseResolver,
  type BundleResult,
  bundle,
  createConfig,
  getLineColLocation,
  isAbsoluteUrl,
  type NormalizedProblem,
  type Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { type Document, isObject } from "../document/document.js";
import { SpecError } from "./spec-error.js";

/** A specification read from disk: one document, and the files that it was made of. */
export interface Bundle {
  readonly document: Document;
  /** The file that the others hang on, a key of `files`. */
  readonly entry: string;
  /** Text by path, from the root, with forward slashes; sorted by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads from disk alone: a contract that needs the network is not reproducible. */
class DiskResolver extends BaseResolver {
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isAbsoluteUrl(absoluteRef)) throw new Error(`${absoluteRef} is not a file of this repository`);
    return super.loadExternalRef(absoluteRef);
  }
}

/**
 * Reads `entry` and every file it refers to, and joins them into one document with `#/components` references.
 *
 * @param root folder of the repository
 * @param entry path of the first file, from `root`
 * @throws SpecError when a file is missing, is not YAML, or a `$ref` leads to nothing
 */
export async function bundleSpec(root: string, entry = "spec/openapi.yaml"): Promise<Bundle> {
  const externalRefResolver = new DiskResolver();
  const result = await readBundle(root, entry, externalRefResolver);
  const problem = result.problems[0];
  if (problem) throw specError(root, problem);
  return {
    document: normalize(result.bundle.parsed),
    entry,
    files: await texts(root, externalRefResolver),
  };
}

async function readBundle(root: string, entry: string, resolver: BaseResolver): Promise<BundleResult> {
  try {
    const config = await createConfig({});
    return await bundle({
      ref: resolvePath(root, entry),
      config,
      externalRefResolver: resolver,
      componentRenamingConflicts: "error",
    });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const line = cause instanceof YamlParseError ? `:${cause.line}` : "";
    throw new SpecError(entry + line, fault(root, cause.message), { cause });
  }
}

function specError(root: string, problem: NormalizedProblem): SpecError {
  const location = problem.location[0];
  if (!location) return new SpecError("spec", fault(root, problem.message));
  const { start } = getLineColLocation(location);
  return new SpecError(
    `${fromRoot(root, location.source.absoluteRef)}:${start.line}`,
    fault(root, problem.message),
  );
}

const fromRoot = (root: string, path: string): string =>
  relative(resolvePath(root), path).split(sep).join("/");

const fault = (root: string, message: string): string => message.replaceAll(resolvePath(root) + sep, "");

async function texts(root: string, resolver: BaseResolver): Promise<Map<string, string>> {
  const read: [string, string][] = [];
  for (const [path, document] of resolver.cache) {
    const loaded = await document;
    if (!(loaded instanceof Error)) read.push([fromRoot(root, path), loaded.source.body]);
  }
  return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Plain data without shared nodes; components last and in order of their names. */
function normalize(parsed: unknown): Document {
  const { components, ...rest } = JSON.parse(JSON.stringify(parsed)) as Document;
  const groups = sorted(components ?? {}).map(([group, members]): [string, unknown] => [
    group,
    isObject(members) ? Object.fromEntries(sorted(members)) : members,
  ]);
  return groups.length === 0 ? rest : { ...rest, components: Object.fromEntries(groups) as never };
}

const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
