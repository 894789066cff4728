import { asNode, type Node } from "../document/node.js";
import { flattenSchema } from "./flatten-schema.js";
import { samplePattern } from "./sample-pattern.js";
import { NO_VALUE, type Walk } from "./walk.js";

/** Optional properties below this depth are left out: they make large values, and none that a reader looks for. */
const MAX_OPTIONAL_DEPTH = 6;

/** Samples an object with its documented properties; without those that only requests have. */
export function sampleObject(walk: Walk, schema: Node): unknown {
  const properties = asNode(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const most = typeof schema.maxProperties === "number" ? schema.maxProperties : Number.POSITIVE_INFINITY;
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  const hasOptional = walk.withOptional && walk.depth <= MAX_OPTIONAL_DEPTH;
  const names = new Set([...required, ...(hasOptional ? optional : [])]);
  const order = [...Object.keys(properties), ...required].filter((name) => names.has(name));
  const object: Record<string, unknown> = {};
  for (const name of new Set(order)) {
    const isRequired = required.includes(name);
    const property = Object.hasOwn(properties, name) ? properties[name] : schemaOfUnknown(schema, name);
    if (isWriteOnly(walk, property)) continue;
    if (!isRequired && Object.keys(object).length >= most) continue;
    const value = walk.sample(property);
    if (value === NO_VALUE && isRequired) return NO_VALUE;
    if (value !== NO_VALUE) Object.defineProperty(object, name, { ...WRITABLE, value });
  }
  addProperties(walk, schema, object);
  return object;
}

const WRITABLE = { writable: true, enumerable: true, configurable: true };

function isWriteOnly({ document, branch }: Walk, property: unknown): boolean {
  return flattenSchema(document, property, branch).schema.writeOnly === true;
}

/** The schema of a property that `properties` does not name. */
function schemaOfUnknown({ patternProperties, additionalProperties }: Node, name: string): unknown {
  const patterns = Object.entries(asNode(patternProperties));
  const [, matching] = patterns.find(([pattern]) => new RegExp(pattern, "u").test(name)) ?? [];
  return matching ?? additionalProperties ?? {};
}

/** Adds the properties that `minProperties` asks for; one if the object is a map and would be empty. */
function addProperties(walk: Walk, schema: Node, object: Record<string, unknown>): void {
  const { minProperties, additionalProperties, patternProperties } = schema;
  const isMap = typeof additionalProperties === "object" && Object.keys(object).length === 0;
  const wanted = Math.max(Number(minProperties ?? 0), isMap && walk.withOptional ? 1 : 0);
  const [pattern] = Object.keys(asNode(patternProperties));
  for (let number = 1; Object.keys(object).length < wanted && number <= wanted + 50; number++) {
    const name = pattern === undefined ? `property${number}` : samplePattern(pattern, number - 1);
    if (name === null || name in object) continue;
    const value = walk.sample(schemaOfUnknown(schema, name));
    if (value === NO_VALUE) return;
    object[name] = value;
  }
}
