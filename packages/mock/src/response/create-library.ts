import { randomInt } from "node:crypto";
import type { Operation } from "@ittybit/contract";
import type { Media, MediaSummary } from "@ittybit/openapi/types";
import { type DocumentedResponses, examplesOf } from "../document/documented-responses.js";
import { placeholderFile } from "../files/file-path.js";
import { createIdGenerator } from "../library/ids.js";
import { Library } from "../library/library.js";
import { seedFromExamples } from "../library/seed.js";
import type { ResolvedOptions } from "../options.js";
import { collectListItems, isResource } from "./resource.js";

/** A library that holds what the examples of the document show. */
export function createLibrary(
  documentedResponses: DocumentedResponses,
  operations: readonly Operation[],
  _options: ResolvedOptions,
): Library {
  const listed = [...collectListItems(operations, documentedResponses).values()];
  const examples = operations.filter(({ method }) => method === "GET").flatMap(documentedResponses);
  const read = examples
    .flatMap(examplesOf)
    .map(({ value }) => value)
    .filter(isResource);
  const seed = seedFromExamples(
    // the examples are checked against the contract, which these types are made from
    listed as unknown as MediaSummary[],
    read.map(({ data }) => data as unknown as Media),
    ({ id, kind }) => placeholderFile(id, kind),
  );
  return new Library({
    now: Date.now,
    createId: createIdGenerator(() => randomInt(2 ** 32) / 2 ** 32),
    processing: { kind: "immediate" },
    seed,
  });
}
