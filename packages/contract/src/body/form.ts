import type { CheckContext } from "../check/check-context.js";
import type { MediaTypeObject } from "../document/contract-model.js";
import type { FindingCollector } from "../findings/finding-collector.js";
import { coerceParts } from "../parameters/coerce.js";
import { type Pair, parsePairs } from "../parameters/form-pairs.js";
import { readPairs, type ValueShape } from "../parameters/style.js";
import { type Outline, outlineOf, propertyOutline } from "../schema/outline.js";

/**
 * Parses a form-urlencoded body by the properties of its schema and their encoding (OpenAPI 3.1, 4.8.15). A field
 * that is not a property is kept as text, so that the schema can refuse it.
 */
export function readForm(
  context: CheckContext,
  collector: FindingCollector,
  media: MediaTypeObject,
  text: string,
): Record<string, unknown> {
  const pairs = parsePairs(text);
  const { schemas } = context.model;
  const outline = media.schema === null ? null : outlineOf(schemas, media.schema);
  const object: Record<string, unknown> = Object.create(null);
  const used = new Set<string>();
  for (const name of outline?.propertyNames ?? []) {
    const property = propertyOutline(schemas, outline as Outline, name);
    const field = readField(context, collector, { media, pairs, name, property });
    for (const one of field.used) used.add(one);
    if (field.value !== undefined) object[name] = field.value;
  }
  for (const { name, raw } of pairs) if (!used.has(name)) object[name] = decodeLoosely(raw);
  return object;
}

interface Field {
  readonly media: MediaTypeObject;
  readonly pairs: readonly Pair[];
  readonly name: string;
  readonly property: Outline;
}

function readField(
  context: CheckContext,
  collector: FindingCollector,
  { media, pairs, name, property }: Field,
): { value: unknown; used: readonly string[] } {
  const { nodes, types, propertyNames } = property;
  const shape: ValueShape = types.has("object") ? "object" : types.has("array") ? "array" : "primitive";
  const encoding = media.encoding[name];
  const style = encoding?.style ?? "form";
  const explode = encoding?.explode ?? true;
  if (isJson(encoding?.contentTypes, shape, encoding === undefined)) return readJsonField(pairs, name);
  const { read, used, times } = readPairs(pairs, { name, style, explode }, shape, propertyNames);
  const where = {
    in: "body",
    name,
    contract: (encoding ?? media).pointer,
    inferred: (encoding ?? media).inferred,
  } as const;
  if (times > 1) collector.add({ code: "value-repeated", times }, where);
  if (read?.outcome === "malformed")
    collector.add({ code: "value-malformed", style, problem: read.problem }, where);
  const value = read?.outcome === "read" ? coerceParts(read.parts, context.model.schemas, nodes) : undefined;
  return { value, used };
}

/** An object without an encoding is sent as JSON text (OpenAPI 3.1, 4.8.15.1, contentType). */
function isJson(
  contentTypes: readonly string[] | null | undefined,
  shape: ValueShape,
  isDefault: boolean,
): boolean {
  if (contentTypes) return contentTypes.some((type) => /[/+]json(;|$)/.test(type));
  return isDefault && shape === "object";
}

function readJsonField(pairs: readonly Pair[], name: string): { value: unknown; used: readonly string[] } {
  const own = pairs.find((pair) => pair.name === name);
  if (own === undefined) return { value: undefined, used: [] };
  const text = decodeLoosely(own.raw);
  try {
    return { value: JSON.parse(text), used: [name] };
  } catch {
    return { value: text, used: [name] };
  }
}

function decodeLoosely(raw: string): string {
  const plain = raw.replaceAll("+", " ");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
