import { isObject } from "../../is-object.js";

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
