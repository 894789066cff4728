import type { DocumentFault } from "./document-fault.js";
import { ruleFaults } from "./object-rules.js";
import { schemaFaults } from "./schema-faults.js";
import { type DocumentObject, walkObjects } from "./walk-objects.js";

/**
 * Holds a document against the structure that OpenAPI 3.1 demands: by the JSON Schema of the specification, which covers
 * the document from its root and what `$ref`s lead to elsewhere, and by what no schema can say.
 */
export function structureFaults(document: unknown): DocumentFault[] {
  const objects = new Map<string, DocumentObject>();
  walkObjects(document, (object) => objects.set(object.pointer, object));
  const kindAt = (pointer: string) => objects.get(pointer)?.kind;
  return [...objects.values()].flatMap((object) => {
    const isEntry = object.kind === "openapi" || object.isReferenced;
    return [...(isEntry ? schemaFaults(object, kindAt) : []), ...ruleFaults(document, object)];
  });
}
