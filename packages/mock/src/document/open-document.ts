import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Contract } from "@ittybit/contract";

/** An OpenAPI document as parsed JSON. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** A document and the contract that is compiled from it. */
export interface Source {
  readonly document: OpenApiDocument;
  readonly contract: Contract;
}

/**
 * Opens the document to mock: the given one, that of a file with everything its `$ref`s point to, or the Ittybit
 * contract, which is precompiled.
 *
 * @throws ContractError if the document cannot be used
 */
export async function openSource(given: {
  readonly document?: OpenApiDocument;
  readonly spec?: string | URL;
  readonly allowRef?: readonly string[];
}): Promise<Source> {
  if (given.document !== undefined) {
    const { createContract } = await import("@ittybit/contract/create");
    return { document: given.document, contract: createContract(given.document) };
  }
  if (given.spec !== undefined) {
    const { loadDocument } = await import("@ittybit/contract/load");
    const { createContract } = await import("@ittybit/contract/create");
    const { document, locate } = await loadDocument(given.spec, { allowRef: given.allowRef ?? [] });
    return { document, contract: createContract(document, { locate }) };
  }
  const [document, { default: contract }] = await Promise.all([readBundle(), import("@ittybit/contract")]);
  return { document, contract };
}

async function readBundle(): Promise<OpenApiDocument> {
  const file = createRequire(import.meta.url).resolve("@ittybit/openapi/openapi.json");
  return JSON.parse(await readFile(file, "utf8")) as OpenApiDocument;
}
