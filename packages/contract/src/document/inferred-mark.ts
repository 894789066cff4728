import { isObject } from "../is-object.js";

/** What of a fact may be inferred; `existence` is all of it. */
export type Aspect = "existence" | "name" | "type" | "format" | "required" | "values" | "behaviour";

/** Why single aspects are inferred, by aspect. */
export type AspectReasons = { readonly [_ in Aspect]?: string };

/**
 * Why the whole of a node is inferred: an `x-inferred` that is a sentence, or whose `what` names its existence. Null
 * where only single aspects are inferred, or nothing.
 *
 * @param about aspects that count as the whole for this kind of node
 */
export function wholeReason(mark: unknown, ...about: readonly Aspect[]): string | null {
  if (typeof mark === "string") return mark;
  const { what, why } = readMark(mark);
  return what.some((aspect) => aspect === "existence" || about.includes(aspect)) ? why : null;
}

/** Why single aspects of a node are inferred; null where the whole is, or nothing. */
export function aspectReasons(mark: unknown): AspectReasons | null {
  const { what, why } = readMark(mark);
  if (what.length === 0 || what.includes("existence")) return null;
  return Object.fromEntries(what.map((aspect) => [aspect, why]));
}

function readMark(mark: unknown): { what: readonly Aspect[]; why: string } {
  const { what, why } = isObject(mark) ? mark : {};
  return Array.isArray(what) && typeof why === "string" ? { what, why } : { what: [], why: "" };
}

const FORMAT_KEYWORDS = [
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "contentEncoding",
  "contentMediaType",
];
const REQUIRED_KEYWORDS = ["required", "dependentRequired", "not", "minProperties"];
const BEHAVIOUR_KEYWORDS = ["additionalProperties", "unevaluatedProperties", "propertyNames"];

/** The aspect that a JSON Schema keyword states. */
export function aspectOfKeyword(keyword: string): Aspect {
  if (keyword === "type") return "type";
  if (FORMAT_KEYWORDS.includes(keyword)) return "format";
  if (REQUIRED_KEYWORDS.includes(keyword)) return "required";
  return BEHAVIOUR_KEYWORDS.includes(keyword) ? "behaviour" : "values";
}
