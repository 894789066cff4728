import { type AspectReasons, aspectReasons, wholeReason } from "../../document/inferred-mark.js";
import { isObject } from "../../is-object.js";
import { joinPointer, parsePointer } from "../../json-pointer.js";
import type { SchemaLocation, SchemaRegistry } from "./schema-registry.js";

/**
 * Path items, operations, request bodies and responses. A reason there is about the call or the status, so that it
 * covers the schemas written inside, but not those that they refer to.
 */
const CALL_POINTER =
  /^\/paths\/[^/]+(\/[a-z]+(\/requestBody|\/responses(\/[^/]+)?)?)?$|^\/components\/(requestBodies|responses|pathItems)\/[^/]+$/;

/** Why the schema at a location is inferred, by what is above it in the document. */
export interface ReasonsAbove {
  readonly whole: { readonly reason: string; readonly isLocal: boolean } | null;
  /** The aspects that schemas above leave inferred. */
  readonly aspects: AspectReasons;
}

/** Finds the reasons above a schema: the nearest one for the whole, and the nearest one for each aspect. */
export function reasonsAbove(registry: SchemaRegistry, location: SchemaLocation): ReasonsAbove {
  let above: ReasonsAbove = NONE;
  let pointer = "";
  let value = registry.value({ document: location.document, pointer });
  for (const token of parsePointer(location.pointer)) {
    if (!isObject(value) && !Array.isArray(value)) break;
    const mark = "x-inferred" in value ? value["x-inferred"] : undefined;
    const isCall = () => location.document === "" && CALL_POINTER.test(pointer);
    if (mark !== undefined || above !== NONE) above = withMark(above, mark, isCall());
    value = Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined;
    pointer = joinPointer(pointer, token);
  }
  return above;
}

const NONE: ReasonsAbove = { whole: null, aspects: {} };

/** @param isCall whether the mark is about a call or a status, of which a schema inside has no aspects */
function withMark({ whole, aspects }: ReasonsAbove, mark: unknown, isCall: boolean): ReasonsAbove {
  const reason = wholeReason(mark);
  return {
    whole: reason === null ? whole : { reason, isLocal: isCall },
    aspects: isCall ? {} : { ...aspects, ...aspectReasons(mark) },
  };
}
