import { randomInt } from "node:crypto";
import type { Operation } from "@ittybit/contract";
import type { Media, MediaSummary } from "@ittybit/openapi/types";
import { type DocumentedResponses, examplesOf } from "../document/documented-responses.js";
import { placeholderFile } from "../files/file-path.js";
import type { Clock } from "../library/clock.js";
import { generateSeed } from "../library/generated-seed.js";
import { createIdGenerator, seededRandom } from "../library/ids.js";
import { Library } from "../library/library.js";
import { seedFromExamples, seedFromList } from "../library/seed.js";
import type { ResolvedOptions } from "../options.js";
import { collectListItems, isResource } from "./resource.js";

/** A library with the seed that the options ask for. */
export function createLibrary(
  documentedResponses: DocumentedResponses,
  operations: readonly Operation[],
  { processing, seed, deterministic }: ResolvedOptions,
  clock: Clock,
  seedMedia: readonly MediaSummary[] | null,
): Library {
  const seeds = () => {
    if (seedMedia !== null) return seedFromList(seedMedia, placeholderFile);
    if (typeof seed === "number") return generateSeed(seed, placeholderFile);
    return seed === "empty" ? [] : readExamples(documentedResponses, operations);
  };
  return new Library({
    now: clock.now,
    createId: () => createIdGenerator(deterministic ? seededRandom(1) : secureRandom),
    processing,
    seed: seeds(),
  });
}

function readExamples(documentedResponses: DocumentedResponses, operations: readonly Operation[]): Media[] {
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
    placeholderFile,
  );
}

/** Ids are the only key to a file, so they cannot be guessed. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
