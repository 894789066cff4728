import type { Node } from "../document/node.js";
import { NO_VALUE, type Walk } from "./walk.js";

/** Samples an array: every item of `prefixItems`, what `contains` asks for, and one of `items`. */
export function sampleArray(walk: Walk, schema: Node): unknown {
  const { prefixItems, items, contains, minItems, maxItems, minContains, uniqueItems } = schema;
  const most = typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
  const array: unknown[] = [];
  const add = (value: unknown) => {
    if (value !== NO_VALUE && array.length < most) array.push(value);
    return value !== NO_VALUE;
  };
  for (const item of Array.isArray(prefixItems) ? prefixItems : []) add(walk.sample(item));
  const contained = contains === undefined ? 0 : Number(minContains ?? 1);
  const both = items === undefined ? contains : { allOf: [items, contains] };
  for (let count = 0; count < contained; count++) add(varied(walk.sample(both), uniqueItems, count));
  if (items === false) return array;
  const least = Number(minItems ?? 0);
  const wanted = Math.max(least, array.length === 0 && (walk.withOptional || least > 0) ? 1 : 0);
  for (let count = array.length; count < wanted; count++) {
    const value = varied(walk.sample(items ?? {}), uniqueItems, count);
    if (!add(value)) return least > count ? NO_VALUE : array;
  }
  return array;
}

/** Another value of the same type for each index, where items must differ. */
function varied(value: unknown, uniqueItems: unknown, index: number): unknown {
  if (uniqueItems !== true || index === 0) return value;
  if (typeof value === "number") return value + index;
  return typeof value === "string" ? `${value}${index}` : value;
}
