import type { Document } from "../../generate/document/document.js";
import { operationList } from "../../generate/document/operation-list.js";
import { samplesOf } from "../samples/sample.js";

/** A copy of the contract whose operations carry their samples (`x-codeSamples`), for the one-page reference. */
export function withCodeSamples(document: Document): Document {
  const copy = structuredClone(document);
  for (const listed of operationList(document)) {
    const item = copy.paths?.[listed.path]?.[listed.method.toLowerCase()] as Record<string, unknown>;
    item["x-codeSamples"] = samplesOf(document, listed).map(({ language, text }) => ({
      lang: language.highlight,
      label: language.label,
      source: text.trimEnd(),
    }));
  }
  return copy;
}
