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

/** The first name that `required` repeats; null when there is none. */
export function repeatedName(names: unknown, location: SchemaLocation): DocumentFault | null {
  if (!Array.isArray(names) || new Set(names).size === names.length) return null;
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  const pointer = locationText({ ...location, pointer: joinPointer(location.pointer, index) });
  const problem = `required lists ${JSON.stringify(names[index])} twice`;
  return { problem, pointer, fix: "Keep one of them.", isHarmless: false };
}
