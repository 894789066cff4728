import type { Operation } from "@ittybit/contract";
import { operations as operationTable } from "@ittybit/openapi";
import { type DocumentedResponses, examplesOf } from "../document/documented-responses.js";
import { asNode } from "../document/node.js";
import { isListPage } from "./list-page.js";

/**
 * What an operation does with the library. An operation on a path below that of a Media (`below`) needs the Media to be
 * there, and keeps no state of its own.
 */
export interface LibraryOperation {
  readonly action: "list" | "create" | "get" | "update" | "delete" | "below";
  /** The only kind that the operation lists or creates; null for every kind. */
  readonly kind: string | null;
}

/** By operationId. */
export type LibraryOperations = ReadonlyMap<string, LibraryOperation>;

const ACTIONS: readonly string[] = ["list", "create", "get", "update", "delete"];

/**
 * Finds the operations on media. Empty for a document without all of them, which is then mocked without state. An
 * operation is for one kind if its examples show one kind only and the operation on all kinds is another one.
 */
export function findLibraryOperations(
  operations: readonly Operation[],
  documentedResponses: DocumentedResponses,
): LibraryOperations {
  const found = new Map<string, LibraryOperation>();
  for (const operation of operations) {
    const documented = documentedAs(operation);
    if (documented === null || !ACTIONS.includes(documented.verb)) continue;
    const action = documented.verb as LibraryOperation["action"];
    const isOfOneKind = documented.resource !== documented.itemResource;
    const kind = isOfOneKind ? exampleKind(operation, documentedResponses) : null;
    found.set(operation.operationId, { action, kind });
  }
  const itemPath = operations.find(({ operationId }) => found.get(operationId)?.action === "get")?.path;
  for (const { operationId, path } of operations) {
    if (itemPath !== undefined && path.startsWith(`${itemPath}/`))
      found.set(operationId, { action: "below", kind: null });
  }
  const hasAll = ACTIONS.every((action) => [...found.values()].some((one) => one.action === action));
  return hasAll ? found : new Map();
}

/** Verb and resource of an operation of the Ittybit contract; null for any other operation. */
function documentedAs({ operationId, method, path }: Operation) {
  const known = Object.values(operationTable).find((one) => one.operationId === operationId);
  if (known === undefined || known.method !== method || known.path !== path) return null;
  const item = Object.values(operationTable).find((one) => one.operationId === known.item);
  return item ? { verb: known.verb, resource: known.resource, itemResource: item.resource } : null;
}

function exampleKind(operation: Operation, documentedResponses: DocumentedResponses): string | null {
  const responses = documentedResponses(operation).filter(({ status }) => status.startsWith("2"));
  for (const { value } of responses.flatMap(examplesOf)) {
    const item = isListPage(value) ? value.data[0] : asNode(asNode(value).data);
    if (typeof item?.kind === "string") return item.kind;
  }
  return null;
}
