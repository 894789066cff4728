import { unicodePattern } from "../../schema/pattern/unicode-pattern.js";

/** What a Schema Object of OpenAPI 3.0 becomes in 3.1. */
interface UpgradedSchema {
  readonly schema: Record<string, unknown>;
  /** Keywords without effect, and why. */
  readonly ineffective: readonly (readonly [keyword: string, reason: string])[];
}

type Schema = Readonly<Record<string, unknown>>;

/**
 * Reads a Schema Object of OpenAPI 3.0 (3.0.4, 4.7.24) as one of 3.1. What remains stays where it was, so that pointers into
 * the document stay right. Schemas inside are left alone.
 */
export function upgradeSchema(schema: Schema): UpgradedSchema {
  if (typeof schema.$ref === "string") return referenceOnly(schema);
  const [limited, limits] = withNumericLimits(withUnicodePattern(withoutIdentity(schema)));
  const [nulled, nulls] = withNullType(limited);
  return { schema: nulled, ineffective: [...limits, ...nulls] };
}

type Step = [schema: Record<string, unknown>, ineffective: [keyword: string, reason: string][]];

/** Keywords beside a `$ref` that someone may rely on. */
const EXPECTED_BESIDE_REFERENCE = [
  "nullable",
  "type",
  "enum",
  "properties",
  "required",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "pattern",
  "allOf",
  "oneOf",
  "anyOf",
  "readOnly",
  "writeOnly",
];

/** What stands beside a `$ref` is ignored (3.0.4, 4.7.23). */
function referenceOnly(schema: Schema): UpgradedSchema {
  const kept = Object.entries(schema).filter(([key]) => key === "$ref" || key.startsWith("x-"));
  const lost = EXPECTED_BESIDE_REFERENCE.filter((keyword) => schema[keyword] !== undefined);
  return {
    schema: Object.fromEntries(kept),
    ineffective: lost.map((keyword) => [keyword, "has no effect beside $ref in OpenAPI 3.0"]),
  };
}

/** Keywords that identify a schema, which 3.0 does not know. */
const IDENTITY = new Set([
  "$schema",
  "$id",
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$vocabulary",
  "$comment",
]);

function withoutIdentity(schema: Schema): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !IDENTITY.has(key)));
}

/** Patterns of 3.0 are those of ECMA-262 without the `u` flag. */
function withUnicodePattern(schema: Record<string, unknown>): Record<string, unknown> {
  const { pattern } = schema;
  return typeof pattern === "string" ? { ...schema, pattern: unicodePattern(pattern) } : schema;
}

const LIMITS = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/** `exclusiveMinimum: true` modifies `minimum` (Wright draft 00, 5.3). */
function withNumericLimits(schema: Schema): Step {
  const upgraded = { ...schema };
  const ineffective: Step[1] = [];
  for (const [limit, exclusive] of LIMITS) {
    const isExclusive = upgraded[exclusive];
    if (typeof isExclusive !== "boolean") continue;
    delete upgraded[exclusive];
    if (!isExclusive) continue;
    if (upgraded[limit] === undefined) ineffective.push([exclusive, `has no effect without ${limit}`]);
    else {
      upgraded[exclusive] = upgraded[limit];
      delete upgraded[limit];
    }
  }
  return [upgraded, ineffective];
}

/** `nullable` adds null to the `type` beside it, and to nothing else (3.0.4, 4.7.24.2). */
function withNullType(schema: Schema): Step {
  const { nullable, ...upgraded } = schema;
  if (nullable !== true) return [upgraded, []];
  if (typeof upgraded.type !== "string") {
    return [upgraded, [["nullable", "has no effect without type beside it in OpenAPI 3.0"]]];
  }
  const lacksNull = Array.isArray(upgraded.enum) && !upgraded.enum.includes(null);
  return [
    { ...upgraded, type: [upgraded.type, "null"] },
    lacksNull ? [["nullable", "has no effect, because enum does not list null"]] : [],
  ];
}
