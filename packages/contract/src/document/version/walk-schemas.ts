import { isObject } from "../../is-object.js";
import { joinPointer, pointerOfReference, resolvePointer } from "../../json-pointer.js";
import { eachSubschema } from "../../schema/link/keywords.js";
import { type DocumentObject, walkObjects } from "../structure/walk-objects.js";

/** A Schema Object of a document. */
export interface SchemaObject {
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Whether only a `$ref` leads here: the place itself says nothing of a schema. */
  readonly isReferenced: boolean;
}

/**
 * Every Schema Object of a document once: those that are written in place, then those that `$ref`s lead to.
 *
 * @param hasSiblings whether what stands beside a `$ref` applies: not in OpenAPI 3.0
 */
export function schemasOf(document: unknown, hasSiblings: boolean): SchemaObject[] {
  const found = new Map<string, SchemaObject>();
  const references: string[] = [];
  const open: { readonly pointer: string; readonly value: unknown; readonly isReferenced: boolean }[] = [];
  walkObjects(document, (object) => {
    for (const [pointer, value] of schemasIn(object)) open.push({ pointer, value, isReferenced: false });
  });
  for (let next = open.pop() ?? referenced(); next !== null; next = open.pop() ?? referenced()) {
    const { pointer, value } = next;
    if (!isObject(value) || found.has(pointer)) continue;
    found.set(pointer, { ...next, value });
    const target = typeof value.$ref === "string" ? pointerOfReference(value.$ref) : null;
    if (target !== null) references.push(target);
    if (target !== null && !hasSiblings) continue;
    eachSubschema(value, (steps, subschema) => {
      open.push({ pointer: joinPointer(pointer, ...steps), value: subschema, isReferenced: false });
    });
  }
  return [...found.values()];

  function referenced() {
    const pointer = references.pop();
    return pointer === undefined
      ? null
      : { pointer, value: resolvePointer(document, pointer), isReferenced: true };
  }
}

/** The schemas that an object of another kind holds, by pointer. */
function schemasIn({ kind, pointer, value }: DocumentObject): [string, unknown][] {
  if (kind !== "components") return "schema" in value ? [[joinPointer(pointer, "schema"), value.schema]] : [];
  const schemas = isObject(value.schemas) ? value.schemas : {};
  return Object.entries(schemas).map(([name, schema]) => [joinPointer(pointer, "schemas", name), schema]);
}
