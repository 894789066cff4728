import { join } from "node:path";
import { locateIn } from "@ittybit/contract/source";
import { type Bundle, bundleSpec } from "./bundle/bundle-spec.js";
import { mergeAllOf } from "./bundle/merge-all-of.js";
import { SpecError } from "./bundle/spec-error.js";
import { DocumentError } from "./document/document-error.js";
import { sourceMap } from "./emit-source-map.js";
import { compareFolder, type Difference, type Texts, writeFolder } from "./folder-difference.js";
import type { EmitContext } from "./output.js";
import { outputs } from "./outputs.js";
import type { SourceMap } from "./source-map/source-map.js";

/** Where generated/ stands against spec/. */
export interface Comparison {
  readonly texts: Texts;
  /** Empty when generated/ is up to date. */
  readonly differences: readonly Difference[];
}

/**
 * Makes every file of generated/ from spec/, and compares; writes nothing.
 *
 * @param root folder of the repository
 * @param source what `openSource` gives for it; read if left out
 * @throws SpecError when spec/ cannot be read, naming file and line
 */
export async function compareGenerated(root: string, source?: Bundle): Promise<Comparison> {
  const texts = await emitAll(source ?? (await openSource(root)));
  return { texts, differences: await compareFolder(join(root, "generated"), texts) };
}

/** Whether generated/ is not what spec/ says. Throws as {@link compareGenerated} does. */
export const isStale = async (root: string): Promise<boolean> =>
  (await compareGenerated(root)).differences.length > 0;

/**
 * Makes every file of generated/ from spec/ and writes those that changed; what does not belong there goes.
 *
 * @returns what was not up to date before
 * @throws SpecError when spec/ cannot be read; generated/ is then as it was
 */
export async function writeGenerated(root: string): Promise<Comparison> {
  const comparison = await compareGenerated(root);
  await writeFolder(join(root, "generated"), comparison.texts, comparison.differences);
  return comparison;
}

/**
 * Joins spec/ into the document that every file of generated/ is made from.
 *
 * @param root folder of the repository
 * @throws SpecError when spec/ cannot be read, naming file and line
 */
export async function openSource(root: string): Promise<Bundle> {
  const bundle = await bundleSpec(root);
  return { ...bundle, document: await inSpec(bundle, () => mergeAllOf(bundle.document)) };
}

/** Finds the file and line of spec/ that a JSON Pointer into the document of a bundle was written at. */
export const locateSource = (source: Bundle): ReturnType<typeof locateIn> => locateIn(sourceMapOf(source)());

/** What emitters may know of a bundle beside its document. */
export const emitContext = (source: Bundle): EmitContext => ({ sourceMap: sourceMapOf(source), outputs });

function sourceMapOf({ document, files, entry }: Bundle): () => SourceMap {
  let map: SourceMap | undefined;
  return () => (map ??= sourceMap(document, files, entry));
}

async function emitAll(source: Bundle): Promise<Texts> {
  const context = emitContext(source);
  const texts = new Map<string, string>();
  for (const { file, emit } of outputs)
    texts.set(file, await inSpec(source, () => emit(source.document, context)));
  return texts;
}

/** Does the work, and says of what stops it where in spec/ that stands. */
async function inSpec<T>(bundle: Bundle, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const pointer =
      cause instanceof DocumentError ? cause.pointer : (/ at #(\/\S+)$/.exec(cause.message)?.[1] ?? "");
    const { file, line } = locateSource(bundle)(pointer);
    throw new SpecError(`${file}:${line}`, cause.message, { cause });
  }
}
