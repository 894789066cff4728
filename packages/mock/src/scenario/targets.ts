import type { Operation } from "@ittybit/contract";
import type { DocumentedResponses } from "../document/documented-responses.js";
import type { LibraryOperations } from "../response/library-operations.js";

/** What rules can be for. */
export interface ScenarioTargets {
  readonly operations: readonly Operation[];
  /** Ids of operations by the name of a group. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly documentedResponses: DocumentedResponses;
  readonly hasLibrary: boolean;
}

/** The operations of a document, and the groups `lists` and `uploads` of a document with media. */
export function scenarioTargets(of: {
  readonly operations: readonly Operation[];
  readonly documentedResponses: DocumentedResponses;
  /** What operations do with media, with or without state. */
  readonly mediaOperations: LibraryOperations;
  readonly hasLibrary: boolean;
}): ScenarioTargets {
  const { mediaOperations, ...targets } = of;
  const having = (action: string) =>
    [...mediaOperations].flatMap(([id, operation]) => (operation.action === action ? [id] : []));
  const groups = mediaOperations.size === 0 ? {} : { lists: having("list"), uploads: having("create") };
  return { ...targets, groups };
}

/** The groups that an operation is in. */
export function groupsOf({ groups }: ScenarioTargets, operationId: string): string[] {
  return Object.entries(groups).flatMap(([name, ids]) => (ids.includes(operationId) ? [name] : []));
}
