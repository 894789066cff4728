import { isObject } from "../../is-object.js";

/** What a keyword of JSON Schema 2020-12 contains. */
export type KeywordKind =
  | "assertion"
  | "annotation"
  | "schema"
  | "branch"
  | "list"
  | "branches"
  | "map"
  | "reference"
  | "identity";

/**
 * Every keyword of the 2020-12 vocabularies and of the OpenAPI 3.1 base vocabulary. `branch` and `branches`
 * contain schemas that may fail while the value is valid.
 */
export const keywords: ReadonlyMap<string, KeywordKind> = new Map<string, KeywordKind>(
  Object.entries({
    $schema: "identity",
    $vocabulary: "identity",
    $id: "identity",
    $anchor: "identity",
    $dynamicAnchor: "identity",
    $comment: "annotation",
    $ref: "reference",
    $dynamicRef: "reference",
    $defs: "map",
    definitions: "map",
    type: "assertion",
    const: "assertion",
    enum: "assertion",
    multipleOf: "assertion",
    maximum: "assertion",
    exclusiveMaximum: "assertion",
    minimum: "assertion",
    exclusiveMinimum: "assertion",
    maxLength: "assertion",
    minLength: "assertion",
    pattern: "assertion",
    format: "assertion",
    maxItems: "assertion",
    minItems: "assertion",
    uniqueItems: "assertion",
    maxContains: "assertion",
    minContains: "assertion",
    maxProperties: "assertion",
    minProperties: "assertion",
    required: "assertion",
    dependentRequired: "assertion",
    allOf: "list",
    anyOf: "branches",
    oneOf: "branches",
    not: "schema",
    if: "branch",
    // biome-ignore lint/suspicious/noThenProperty: the keyword is called so
    then: "schema",
    else: "schema",
    dependentSchemas: "map",
    prefixItems: "list",
    items: "schema",
    contains: "branch",
    properties: "map",
    patternProperties: "map",
    additionalProperties: "schema",
    propertyNames: "schema",
    unevaluatedItems: "schema",
    unevaluatedProperties: "schema",
    contentEncoding: "annotation",
    contentMediaType: "annotation",
    contentSchema: "annotation",
    title: "annotation",
    description: "annotation",
    default: "annotation",
    deprecated: "annotation",
    readOnly: "annotation",
    writeOnly: "annotation",
    examples: "annotation",
    example: "annotation",
    discriminator: "annotation",
    xml: "annotation",
    externalDocs: "annotation",
  } satisfies Record<string, KeywordKind>),
);

/** Annotations that a linked schema keeps, because checks use them. */
export const keptAnnotations: ReadonlySet<string> = new Set([
  "readOnly",
  "writeOnly",
  "contentEncoding",
  "contentMediaType",
]);

/** Calls `visit` for each schema directly inside `schema`, with the tokens that lead there. */
export function eachSubschema(
  schema: Readonly<Record<string, unknown>>,
  visit: (steps: readonly string[], subschema: unknown) => void,
): void {
  for (const [keyword, value] of Object.entries(schema)) {
    switch (keywords.get(keyword)) {
      case "schema":
      case "branch":
        visit([keyword], value);
        break;
      case "list":
      case "branches":
        if (Array.isArray(value)) value.forEach((item, index) => void visit([keyword, String(index)], item));
        break;
      case "map":
        if (isObject(value)) for (const name of Object.keys(value)) visit([keyword, name], value[name]);
        break;
      default:
        break;
    }
  }
}
