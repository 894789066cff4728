import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Contract } from "@ittybit/contract";

/** An OpenAPI document as parsed JSON. */
export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** A document and the contract made of it. */
export interface Source {
  readonly document: OpenApiDocument;
  readonly contract: Contract;
}

/**
 * Opens what a mock answers from: a document, a file of one with all that its `$ref`s lead to, or the Ittybit
 * contract, which is compiled already.
 *
 * @throws ContractError where the document cannot be used
 */
export async function openSource(given: {
  readonly document?: OpenApiDocument;
  readonly spec?: string | URL;
}): Promise<Source> {
  if (given.document !== undefined) {
    const { createContract } = await import("@ittybit/contract/create");
    return { document: given.document, contract: createContract(given.document) };
  }
  if (given.spec !== undefined) {
    const { loadDocument } = await import("@ittybit/contract/load");
    const { createContract } = await import("@ittybit/contract/create");
    const { document, locate } = await loadDocument(given.spec);
    return { document, contract: createContract(document, { locate }) };
  }
  const [document, { default: contract }] = await Promise.all([readBundle(), import("@ittybit/contract")]);
  return { document, contract };
}

async function readBundle(): Promise<OpenApiDocument> {
  const file = createRequire(import.meta.url).resolve("@ittybit/openapi/openapi.json");
  return JSON.parse(await readFile(file, "utf8")) as OpenApiDocument;
}

/** A JSON object of the document. */
export type Node = Readonly<Record<string, unknown>>;

/** A value as an object; an empty one where it is something else. */
export function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

/** Follows `$ref`s inside the document (RFC 6901) until there is none. */
export function resolve(document: OpenApiDocument, value: unknown): unknown {
  let current = value;
  for (let hops = 0; hops < 100; hops++) {
    const reference = asNode(current).$ref;
    if (typeof reference !== "string" || !reference.startsWith("#")) return current;
    const keys = decodeURIComponent(reference.slice(1)).split("/").slice(1);
    current = keys
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>(
        (node, key) => (Array.isArray(node) ? node[Number(key)] : asNode(node)[key]),
        document,
      );
  }
  return undefined;
}
