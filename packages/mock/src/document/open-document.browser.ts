import contract from "@ittybit/contract";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import type { OpenApiDocument, Source } from "./open-document.js";

/** Opens the Ittybit contract. Another document would need a compiler, which a strict content policy forbids. */
export async function openSource(given: {
  readonly document?: OpenApiDocument;
  readonly spec?: string | URL;
}): Promise<Source> {
  if (given.document !== undefined || given.spec !== undefined)
    throw new TypeError("In a browser the mock serves the Ittybit contract: leave out document and spec.");
  return { document: document as unknown as OpenApiDocument, contract, documentFaults: [] };
}
