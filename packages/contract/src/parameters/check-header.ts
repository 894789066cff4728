import type { CheckContext } from "../check/check-context.js";
import type { Parameter } from "../document/contract-model.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { checkParameter, type ReadShape } from "./check-parameter.js";
import { readDelimited } from "./style.js";

/** Limits of the cache: its keys come from messages. */
const MAX_CACHED_VALUES = 100;
const MAX_CACHED_LENGTH = 100;
const valid = new WeakMap<Parameter, Map<string, unknown>>();

/**
 * Checks a header by the values of its fields. Nearly all messages carry the same few values, so those without a finding are
 * cached.
 */
export function checkHeader(
  context: CheckContext,
  collector: FindingCollector,
  header: Parameter,
  fields: readonly string[],
): unknown {
  const explode = header.value.kind === "style" && header.value.explode;
  const check = () => checkParameter(context, collector, header, readHeader(fields, header.name, explode));
  const [only] = fields;
  if (only === undefined || fields.length > 1) return check();
  const cached = valid.get(header) ?? new Map<string, unknown>();
  valid.set(header, cached);
  const known = cached.get(only);
  if (known !== undefined) return known;
  const { count } = collector;
  const value = check();
  const isShared = collector.count === count && typeof value !== "object";
  if (isShared && only.length <= MAX_CACHED_LENGTH && cached.size < MAX_CACHED_VALUES)
    cached.set(only, value);
  return value;
}

/** Reads a header in style simple; several fields of one name are one list (RFC 9110, 5.3). */
function readHeader(fields: readonly string[], name: string, explode: boolean): ReadShape {
  return (shape) => {
    if (fields.length === 0) return { read: null, times: 0 };
    const raw = fields.map((field) => field.trim()).join(",");
    if (shape === "primitive")
      return { read: { outcome: "read", parts: fields[0]?.trim() ?? "" }, times: fields.length };
    return { read: readDelimited(raw, "simple", explode, shape, name, (piece) => piece.trim()), times: 1 };
  };
}
