import type { OpenApiVersion } from "../version/read-version.js";
import { schemasOf } from "../version/walk-schemas.js";
import type { DocumentFault } from "./document-fault.js";
import { ruleFaults } from "./object-rules.js";
import { type SchemaChecked, schemaFaults } from "./schema-faults.js";
import { type DocumentObject, walkObjects } from "./walk-objects.js";

/**
 * Holds a document against the structure that OpenAPI demands: by the JSON Schema of the specification, which covers the
 * document from its root and what `$ref`s lead to elsewhere, and by what no schema can say.
 *
 * @param version of the specification; 3.2 documents are held against 3.1
 */
export function structureFaults(document: unknown, version: OpenApiVersion): DocumentFault[] {
  const objects = new Map<string, DocumentObject>();
  walkObjects(document, (object) => objects.set(object.pointer, object));
  const kindAt = (pointer: string) => objects.get(pointer)?.kind;
  const entries: SchemaChecked[] = [...objects.values()].filter(
    ({ kind, isReferenced }) => kind === "openapi" || isReferenced,
  );
  if (version === "3.0") entries.push(...referencedSchemas(document));
  return [
    ...entries.flatMap((entry) => schemaFaults(entry, kindAt, version)),
    ...[...objects.values()].flatMap((object) => ruleFaults(document, object)),
  ];
}

/** The schemas that no object holds in place. The JSON Schema of 3.0 describes Schema Objects too. */
function referencedSchemas(document: unknown): SchemaChecked[] {
  return schemasOf(document, false)
    .filter(({ isReferenced, value }) => isReferenced && typeof value.$ref !== "string")
    .map(({ pointer, value }) => ({ kind: "schema", pointer, value }));
}
