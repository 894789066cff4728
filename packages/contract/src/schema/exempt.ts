import type { Direction } from "../finding.js";
import { isObject } from "./keywords.js";
import type { Place, Registry } from "./registry.js";

/**
 * Names that `required` does not demand in one direction: a read-only property of a request, a write-only
 * property of a response. Found in the schema's own properties and those of what it joins by allOf and $ref.
 */
export function exemptNames(
  registry: Registry,
  place: Place,
  schema: Record<string, unknown>,
  outer: { readonly direction: Direction; readonly exempt: readonly string[] },
): string[] {
  const names = new Set(outer.exempt);
  const mark = outer.direction === "request" ? "readOnly" : "writeOnly";
  gather({ registry, mark, names, seen: new Set() }, place, schema);
  return [...names].sort();
}

interface Search {
  readonly registry: Registry;
  readonly mark: "readOnly" | "writeOnly";
  readonly names: Set<string>;
  readonly seen: Set<unknown>;
}

function gather(search: Search, place: Place, schema: unknown): void {
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

function isMarked(search: Search, place: Place, schema: unknown, seen: Set<unknown>): boolean {
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
  place: Place,
  schema: Record<string, unknown>,
  visit: (target: Place, value: unknown) => void,
): void {
  if (typeof schema.$ref !== "string") return;
  const target = search.registry.resolve(place, schema.$ref);
  if (target !== null) visit(target.place, search.registry.value(target.place));
}
