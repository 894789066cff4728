import { parsePointer } from "../../json-pointer.js";
import type { Schemas } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";

/** What was found, as far as it matters for the question whether the broken fact is inferred. */
export interface BrokenKeyword {
  /** Place of the schema that holds the broken keyword. */
  readonly schemaAt: string;
  readonly instancePath: string;
  /** Property that is missing: then the fact is about that property. */
  readonly missing: string | null;
}

/**
 * Why a broken fact is inferred; null when it is documented. The nearest reason above the broken keyword in
 * the contract counts, then the reasons beside each `$ref` that led there, then `outer`.
 */
export function inferredReason(
  schemas: Schemas,
  key: string,
  breach: BrokenKeyword,
  outer: string | null,
): string | null {
  let level = spread(schemas, [{ node: { $ref: key }, here: null, carried: outer }]);
  for (const step of parsePointer(breach.instancePath)) {
    const next = spread(
      schemas,
      level.flatMap((covered) => below(covered, stepInto(covered.node, step))),
    );
    if (next.length === 0) break;
    level = next;
  }
  const found = level.find(({ node }) => node["x-at"] === breach.schemaAt);
  const about = breach.missing === null ? null : propertyCover(level, breach.missing);
  return about ?? (found ? reasonOf(found) : outer);
}

/** A schema with the reasons that cover it. */
interface ReachedSchema {
  readonly node: SchemaNode;
  /** Covers what is written here, but nothing behind a `$ref`. */
  readonly here: string | null;
  readonly carried: string | null;
}

function reasonOf({ node, here, carried }: ReachedSchema): string | null {
  return node["x-inferred"] ?? here ?? carried;
}

/** Why a property is inferred, by a reason beside it: what its `$ref` leads to speaks of its value, not of its presence. */
function propertyCover(level: readonly ReachedSchema[], name: string): string | null {
  for (const { node } of level) {
    const property =
      node.properties && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined;
    if (property?.["x-inferred"] !== undefined) return property["x-inferred"];
  }
  return null;
}

/** All schemas at the same place of the value; branches count whether taken or not. */
function spread(schemas: Schemas, start: readonly ReachedSchema[]): ReachedSchema[] {
  const found = new Map<SchemaNode, ReachedSchema>();
  const open = [...start].reverse();
  for (let item = open.pop(); item; item = open.pop()) {
    if (found.has(item.node)) continue;
    found.set(item.node, item);
    const { node } = item;
    const target = node.$ref === undefined ? undefined : schemas[node.$ref];
    if (target) open.push(enter(item, target));
    open.push(...below(item, joined(node)));
  }
  return [...found.values()];
}

/** Through a `$ref`: reasons beside it come along. */
function enter({ node, carried }: ReachedSchema, target: SchemaNode): ReachedSchema {
  return { node: target, here: target["x-inferred-here"] ?? null, carried: node["x-inferred"] ?? carried };
}

/** Into a schema that is written inside this one. */
function below(item: ReachedSchema, nodes: readonly SchemaNode[]): ReachedSchema[] {
  const own = item.node["x-inferred"];
  const { here } = item;
  return nodes.map((node) => ({ node, here: own === undefined ? here : null, carried: own ?? item.carried }));
}

function joined(node: SchemaNode): SchemaNode[] {
  const single = [node.if, node.then, node.else].filter((one): one is SchemaNode => one !== undefined);
  const { allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = node;
  return [...single, ...allOf, ...anyOf, ...oneOf, ...Object.values(dependentSchemas)];
}

function stepInto(node: SchemaNode, step: string): SchemaNode[] {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
  const { prefixItems, items, unevaluatedItems, contains, propertyNames, not } = node;
  const own = properties && Object.hasOwn(properties, step) ? [properties[step]] : [];
  const item = /^\d+$/.test(step) ? [prefixItems?.[Number(step)], items, unevaluatedItems, contains] : [];
  const rest = [...Object.values(patternProperties ?? {}), additionalProperties, unevaluatedProperties];
  return [...own, ...item, ...rest, propertyNames, not].filter(
    (one): one is SchemaNode => typeof one === "object" && one !== null,
  );
}
