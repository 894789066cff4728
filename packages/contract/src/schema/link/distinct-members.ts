import type { DocumentFault } from "../../document/structure/document-fault.js";
import { isObject } from "../../is-object.js";
import { joinPointer } from "../../json-pointer.js";
import { locationText, type SchemaLocation } from "./schema-registry.js";

/**
 * The members of a list of schemas with their indexes. A `$ref` that allOf or anyOf repeats changes nothing, and costs
 * twice at each level of nesting.
 */
export function distinctMembers(
  keyword: string,
  members: readonly unknown[],
): (readonly [number, unknown])[] {
  const entries = members.map((member, index) => [index, member] as const);
  if (keyword !== "allOf" && keyword !== "anyOf") return entries;
  const seen = new Set<string>();
  return entries.filter(([, member]) => {
    const reference = isObject(member) && Object.keys(member).length === 1 ? member.$ref : undefined;
    if (typeof reference !== "string") return true;
    if (seen.has(reference)) return false;
    seen.add(reference);
    return true;
  });
}

/** The names that `required` repeats, each where it stands again. */
export function repeatedNames(names: unknown, location: SchemaLocation): DocumentFault[] {
  if (!Array.isArray(names) || new Set(names).size === names.length) return [];
  const seen = new Set<unknown>();
  return names.flatMap((name, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const pointer = locationText({ ...location, pointer: joinPointer(location.pointer, index) });
    const problem = `required lists ${JSON.stringify(name)} twice`;
    return { problem, pointer, fix: "Keep one of them.", isHarmless: false };
  });
}
