import type { SchemaNode } from "./schema-node.js";

/** The schemas written directly inside a linked schema, apart from those that `$ref` leads to. */
export function subschemasOf(node: SchemaNode): SchemaNode[] {
  const found: SchemaNode[] = [];
  const add = (schema: unknown) => {
    if (typeof schema === "object" && schema !== null) found.push(schema as SchemaNode);
  };
  for (const keyword of SINGLE_SCHEMAS) add(node[keyword]);
  for (const keyword of SCHEMA_LISTS) for (const schema of node[keyword] ?? []) add(schema);
  for (const keyword of SCHEMA_MAPS) for (const name in node[keyword]) add(node[keyword][name]);
  return found;
}

const SINGLE_SCHEMAS = [
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "items",
  "unevaluatedItems",
  "contains",
  "not",
  "if",
  "then",
  "else",
] as const;

const SCHEMA_LISTS = ["prefixItems", "allOf", "anyOf", "oneOf"] as const;

const SCHEMA_MAPS = ["properties", "patternProperties", "dependentSchemas"] as const;
