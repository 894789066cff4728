import { asNode, type Node } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import { flattenSchema } from "./flatten-schema.js";
import { sampleArray } from "./sample-array.js";
import { sampleNumber } from "./sample-number.js";
import { sampleObject } from "./sample-object.js";
import { sampleString } from "./sample-string.js";
import { NO_VALUE, type SampleWay, type Walk } from "./walk.js";

/** Most values of a sample. Large schemas of well-known APIs need some hundred. */
const MAX_VALUES = 5000;

/** Deepest nesting of a sample. */
const MAX_DEPTH = 24;

/** Ways to sample a schema, the most telling value first. */
const WAYS: readonly SampleWay[] = [false, true].flatMap((isExclusive) =>
  [0, 1, 2, 3].flatMap((branch) => [
    { branch, isExclusive, withOptional: true, withExamples: true },
    { branch, isExclusive, withOptional: false, withExamples: true },
    { branch, isExclusive, withOptional: true, withExamples: false },
    { branch, isExclusive, withOptional: false, withExamples: false },
  ]),
);

/** Different values for a schema, the most telling one first. Which of them are valid is for the caller to check. */
export function* sampleValues(document: OpenApiDocument, schema: unknown): Generator<unknown> {
  const seen = new Set<string>();
  for (const way of WAYS) {
    const value = schema === undefined ? {} : sampleValue(document, schema, way);
    const text = JSON.stringify(value);
    if (seen.has(text)) continue;
    seen.add(text);
    yield value;
  }
}

/**
 * A value for a schema: the same one every time. Made of examples and defaults where the schema has them, else of plain
 * values such as `"string"` and `0`.
 */
function sampleValue(document: OpenApiDocument, schema: unknown, way: SampleWay): unknown {
  const root = { ...way, document, references: [], depth: 0, budget: { left: MAX_VALUES } };
  const value = sampleAt({ ...root, sample: () => NO_VALUE }, schema);
  return value === NO_VALUE ? null : value;
}

/** Samples a schema where a walk has come to. */
function sampleAt(walk: Walk, schema: unknown): unknown {
  if (schema === false || walk.depth > MAX_DEPTH || walk.budget.left-- <= 0) return NO_VALUE;
  const flat = flattenSchema(walk.document, schema, walk.branch, walk.isExclusive);
  if (flat.references.some((reference) => isTooDeep(walk, reference))) return NO_VALUE;
  const given = givenValue(flat.schema, walk.withExamples);
  if (given !== NO_VALUE) return given;
  const below: Walk = {
    ...walk,
    references: [...walk.references, ...flat.references],
    depth: walk.depth + 1,
    sample: (schema) => sampleAt(below, schema),
  };
  return sampleType(below, flat.schema);
}

/** Whether a reference would unfold a recursive schema once more than a reader needs. */
function isTooDeep({ references }: Walk, reference: string): boolean {
  return references.filter((one) => one === reference).length >= 2;
}

/** The value that a schema itself gives (JSON Schema 2020-12, Validation, 6.1 and 9). */
function givenValue(schema: Node, withExamples: boolean): unknown {
  const { const: constant, enum: values, example, examples, default: preset } = schema;
  if (constant !== undefined) return constant;
  if (withExamples) {
    if (example !== undefined) return example;
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
    if (preset !== undefined) return preset;
  }
  if (Array.isArray(values) && values.length > 0) return values[0];
  const known = schema["x-extensible-enum"];
  return Array.isArray(known) && known.length > 0 ? known[0] : NO_VALUE;
}

function sampleType(walk: Walk, schema: Node): unknown {
  switch (typeOf(schema)) {
    case "object":
      return sampleObject(walk, schema);
    case "array":
      return sampleArray(walk, schema);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return sampleString(schema);
  }
}

/** The type of a schema; without one, the type that its keywords are about. */
function typeOf(schema: Node): string {
  const types = [schema.type].flat().filter((type): type is string => typeof type === "string");
  const [type] = types.filter((one) => one !== "null");
  if (type !== undefined) return type;
  if (types.length > 0) return "null";
  return OBJECT_KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword))
    ? "object"
    : (TYPE_KEYWORDS.find(([, keywords]) =>
        keywords.some((keyword) => Object.hasOwn(asNode(schema), keyword)),
      )?.[0] ?? "object");
}

const OBJECT_KEYWORDS = [
  "properties",
  "additionalProperties",
  "required",
  "minProperties",
  "patternProperties",
];

const TYPE_KEYWORDS: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ["array", ["items", "prefixItems", "contains", "minItems", "uniqueItems"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
  ["string", ["format", "pattern", "minLength", "maxLength", "contentMediaType", "contentEncoding"]],
];
