import type { DocumentFault } from "../../document/structure/document-fault.js";
import { joinPointer } from "../../json-pointer.js";
import { locationText, type SchemaLocation } from "./schema-registry.js";

type JsonObject = Readonly<Record<string, unknown>>;

const LIMITS = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/**
 * Reads `exclusiveMinimum: true` beside `minimum`, as OpenAPI 3.0 wrote it, and reports it: OpenAPI 3.1 does not allow it,
 * and well-known documents still have it.
 */
export function readBooleanLimits(
  schema: JsonObject,
  location: SchemaLocation,
  faults: DocumentFault[],
): JsonObject {
  let read = schema;
  for (const [limit, exclusive] of LIMITS) {
    if (typeof read[exclusive] !== "boolean") continue;
    const { [limit]: value, [exclusive]: isExclusive, ...rest } = read;
    const pointer = locationText({ ...location, pointer: joinPointer(location.pointer, exclusive) });
    const fix = `Write the limit in ${exclusive}.`;
    faults.push({ problem: `${exclusive} must be a number`, pointer, fix, isHarmless: false });
    read = value === undefined ? rest : { ...rest, [isExclusive ? exclusive : limit]: value };
  }
  return read;
}
