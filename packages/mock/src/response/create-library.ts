import type { Operation } from "@ittybit/contract";
import type { Media, MediaSummary } from "@ittybit/openapi/types";
import type { SharedContext } from "../context.js";
import { type DocumentedResponses, examplesOf } from "../document/documented-responses.js";
import { placeholderFile } from "../files/file-path.js";
import type { KeptLibrary } from "../keep/kept-library.js";
import { generateSeed } from "../library/generated-seed.js";
import { createIdGenerator, seededRandom } from "../library/ids.js";
import { Library } from "../library/library.js";
import type { ProcessedFile } from "../library/media-lifecycle.js";
import { seedFromExamples, seedFromList } from "../library/seed.js";
import { collectListItems, isResource } from "./resource.js";

/**
 * A library with what was kept of it, or else with the seed that the options ask for.
 *
 * @param store where its files are served; null if there is one store for all API keys
 */
export function createLibrary(
  { documentedResponses, contract: { operations }, options, clock, seedMedia, fileStore }: SharedContext,
  store: string | null,
  kept: KeptLibrary | null,
): Library {
  const { processing, seed, deterministic } = options;
  const fileFor = (media: MediaSummary) => placeholderFile(store, media);
  const seeds = () => {
    if (seedMedia !== null) return seedFromList(seedMedia, fileFor);
    if (typeof seed === "number") return generateSeed(seed, fileFor);
    return seed === "empty" ? [] : readExamples(documentedResponses, operations, fileFor);
  };
  return new Library({
    now: clock.now,
    createId: () => createIdGenerator(deterministic ? seededRandom(1) : secureRandom),
    processing,
    seed: seeds(),
    hasFile: fileStore.of(store).has,
    ...(kept?.state && { initial: kept.state.library }),
    ...(kept && { onPut: (stored) => kept.put(stored), onReplace: () => kept.replaced() }),
  });
}

function readExamples(
  documentedResponses: DocumentedResponses,
  operations: readonly Operation[],
  fileFor: (media: MediaSummary) => ProcessedFile,
): Media[] {
  const listed = [...collectListItems(operations, documentedResponses).values()];
  const examples = operations.filter(({ method }) => method === "GET").flatMap(documentedResponses);
  const read = examples
    .flatMap(examplesOf)
    .map(({ value }) => value)
    .filter(isResource);
  // examples are checked against the contract, which these types are generated from
  return seedFromExamples(
    listed as unknown as MediaSummary[],
    read.map(({ data }) => data as unknown as Media),
    fileFor,
  );
}

/** Random numbers are drawn in advance: a call for each letter of an id costs more than the rest of its Media. */
const drawn = new Uint32Array(256);
let used = drawn.length;

/** Ids are the only key to a file, so they cannot be guessed. */
function secureRandom(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  return (drawn[used++] ?? 0) / 2 ** 32;
}
