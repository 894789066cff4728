import { refOf, target } from "./references.js";
import { type Site, type Sources, valueAt } from "./spec-source.js";

/** The objects of OpenAPI 3.1 that this walk distinguishes, named as in section 4.8 of the specification. */
export type Kind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "response"
  | "mediaType"
  | "encoding"
  | "schema";

type Child = [fields: string[], holds: "one" | "many", kind: Kind];

/** One object of the contract, and its location after every `$ref` is followed. */
export type Visit = { kind: Kind; site: Site; value: Record<string, unknown> };

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const inMaps = ["properties", "patternProperties", "$defs", "dependentSchemas", "allOf", "anyOf", "oneOf"];
const alone = ["items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"];

const children: Record<Kind, Child[]> = {
  document: [
    [["paths", "webhooks"], "many", "pathItem"],
    [["components"], "one", "components"],
  ],
  components: [
    [["schemas"], "many", "schema"],
    [["responses"], "many", "response"],
    [["parameters"], "many", "parameter"],
    [["requestBodies"], "many", "requestBody"],
    [["headers"], "many", "header"],
    [["pathItems"], "many", "pathItem"],
  ],
  pathItem: [
    [METHODS, "one", "operation"],
    [["parameters"], "many", "parameter"],
  ],
  operation: [
    [["parameters"], "many", "parameter"],
    [["requestBody"], "one", "requestBody"],
    [["responses"], "many", "response"],
  ],
  parameter: [
    [["schema"], "one", "schema"],
    [["content"], "many", "mediaType"],
  ],
  header: [
    [["schema"], "one", "schema"],
    [["content"], "many", "mediaType"],
  ],
  requestBody: [[["content"], "many", "mediaType"]],
  response: [
    [["headers"], "many", "header"],
    [["content"], "many", "mediaType"],
  ],
  mediaType: [
    [["schema"], "one", "schema"],
    [["encoding"], "many", "encoding"],
  ],
  encoding: [[["headers"], "many", "header"]],
  schema: [
    [[...inMaps, "prefixItems"], "many", "schema"],
    [[...alone, "unevaluatedProperties", "unevaluatedItems"], "one", "schema"],
  ],
};

/** Walks the contract from its root through every `$ref`, and visits each object once for each kind it has. */
export function* walk(sources: Sources, root: Site, kind: Kind = "document"): Generator<Visit> {
  const seen = new Set<string>();
  yield* visit(root, kind);

  function* visit(site: Site, kind: Kind): Generator<Visit> {
    const key = JSON.stringify([site, kind]);
    const value = valueAt(sources, site);
    if (seen.has(key) || typeof value !== "object" || value === null) return;
    seen.add(key);
    const ref = refOf(value);
    if (ref !== undefined) yield* visit(target(site, ref), kind);
    if (ref !== undefined && kind !== "schema") return;
    yield { kind, site, value: value as Record<string, unknown> };
    for (const [fields, holds, childKind] of children[kind])
      for (const field of fields)
        for (const child of sitesBelow(site, field, (value as Record<string, unknown>)[field], holds))
          yield* visit(child, childKind);
  }
}

function sitesBelow({ file, steps }: Site, field: string, value: unknown, holds: "one" | "many"): Site[] {
  if (value === undefined) return [];
  if (holds === "one") return [{ file, steps: [...steps, field] }];
  return Object.keys(value ?? {}).map((key) => ({
    file,
    steps: [...steps, field, Array.isArray(value) ? Number(key) : key],
  }));
}
