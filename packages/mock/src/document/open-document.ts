import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Contract } from "@ittybit/contract";
import type { CreateOptions } from "@ittybit/contract/create";

/** An OpenAPI 3.1 document as parsed JSON. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** A document and the contract that is compiled from it. */
export interface Source {
  readonly document: OpenApiDocument;
  readonly contract: Contract;
  /** What OpenAPI does not allow in the document, one line each. */
  readonly documentFaults: readonly string[];
}

/**
 * Opens the document to mock: the given one, that of a file with everything its `$ref`s point to, or the Ittybit
 * contract, which is precompiled.
 *
 * A document that breaks the rules of OpenAPI is mocked as far as it can be used.
 *
 * @throws ContractError if it cannot be used
 */
export async function openSource(given: {
  readonly document?: OpenApiDocument;
  readonly spec?: string | URL;
  readonly allowRef?: readonly string[];
}): Promise<Source> {
  if (given.document !== undefined) {
    return compiled(given.document);
  }
  if (given.spec !== undefined) {
    const { loadDocument } = await import("@ittybit/contract/load");
    const { document, locate } = await loadDocument(given.spec, { allowRef: given.allowRef ?? [] });
    return compiled(document, locate);
  }
  const [document, { default: contract }] = await Promise.all([readBundle(), import("@ittybit/contract")]);
  return { document, contract, documentFaults: [] };
}

async function compiled(
  document: OpenApiDocument,
  locate: NonNullable<CreateOptions["locate"]> = () => null,
): Promise<Source> {
  const { createContract, documentFaultLines, openApi31Document } = await import("@ittybit/contract/create");
  const contract = createContract(document, { locate, lenient: true });
  const documentFaults = documentFaultLines(contract.notices);
  return { document: openApi31Document(document), contract, documentFaults };
}

async function readBundle(): Promise<OpenApiDocument> {
  const file = createRequire(import.meta.url).resolve("@ittybit/openapi/openapi.json");
  return JSON.parse(await readFile(file, "utf8")) as OpenApiDocument;
}
