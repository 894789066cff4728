import type { Direction } from "../../findings/finding.js";
import { isObject } from "../../is-object.js";
import type { SchemaLocation, SchemaRegistry } from "./schema-registry.js";

/**
 * Names that `required` does not demand in one direction: a read-only property of a request, a write-only
 * property of a response. Found in the schema's own properties and those of what it joins by allOf and $ref.
 */
export function readWriteOnlyNames(
  registry: SchemaRegistry,
  place: SchemaLocation,
  schema: Record<string, unknown>,
  outer: { readonly direction: Direction; readonly exempt: readonly string[] },
): string[] {
  const names = new Set(outer.exempt);
  const mark = outer.direction === "request" ? "readOnly" : "writeOnly";
  gather({ registry, mark, names, seen: new Set() }, place, schema);
  return [...names].sort();
}

interface Search {
  readonly registry: SchemaRegistry;
  readonly mark: "readOnly" | "writeOnly";
  readonly names: Set<string>;
  readonly seen: Set<unknown>;
}

function gather(search: Search, place: SchemaLocation, schema: unknown): void {
  if (!isObject(schema) || search.seen.has(schema)) return;
  search.seen.add(schema);
  if (isObject(schema.properties)) {
    for (const [name, property] of Object.entries(schema.properties)) {
      if (isMarked(search, place, property, new Set())) search.names.add(name);
    }
  }
  if (Array.isArray(schema.allOf)) for (const part of schema.allOf) gather(search, place, part);
  follow(search, place, schema, (target, value) => gather(search, target, value));
}

function isMarked(search: Search, place: SchemaLocation, schema: unknown, seen: Set<unknown>): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  if (schema[search.mark] === true) return true;
  if (Array.isArray(schema.allOf) && schema.allOf.some((part) => isMarked(search, place, part, seen)))
    return true;
  let marked = false;
  follow(search, place, schema, (target, value) => {
    marked = isMarked(search, target, value, seen);
  });
  return marked;
}

function follow(
  search: Search,
  place: SchemaLocation,
  schema: Record<string, unknown>,
  visit: (target: SchemaLocation, value: unknown) => void,
): void {
  if (typeof schema.$ref !== "string") return;
  const target = search.registry.resolve(place, schema.$ref);
  if (target !== null) visit(target.place, search.registry.value(target.place));
}
