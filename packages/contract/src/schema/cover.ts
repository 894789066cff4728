import { pointerSteps } from "../pointer.js";
import type { SchemaNode } from "./node.js";
import type { Schemas } from "./shape.js";

/**
 * Why the schema at `schemaAt` is inferred where it applies to the value at `instancePath`: the nearest reason
 * above it in the contract, else above the place that refers to it, and so on up to `outer`.
 */
export function coverOf(
  schemas: Schemas,
  key: string,
  fault: { readonly schemaAt: string; readonly instancePath: string },
  outer: string | null,
): string | null {
  let level = spread(schemas, [{ node: { $ref: key }, cover: outer }]);
  for (const step of pointerSteps(fault.instancePath)) {
    const below = level.flatMap(({ node, cover }) =>
      stepInto(node, step).map((child) => ({ node: child, cover })),
    );
    const next = spread(schemas, below);
    if (next.length === 0) break;
    level = next;
  }
  const found = level.find(({ node }) => node["x-at"] === fault.schemaAt);
  return found ? found.cover : outer;
}

interface Covered {
  readonly node: SchemaNode;
  readonly cover: string | null;
}

/** All schemas at the same place of the value, each with the reason that covers it. */
function spread(schemas: Schemas, start: readonly Covered[]): Covered[] {
  const found = new Map<SchemaNode, Covered>();
  const open = [...start].reverse();
  for (let item = open.pop(); item; item = open.pop()) {
    const { node } = item;
    if (found.has(node)) continue;
    const cover = node["x-inferred"] ?? item.cover;
    found.set(node, { node, cover });
    for (const inner of joined(schemas, node)) open.push({ node: inner, cover });
  }
  return [...found.values()];
}

/** What a schema joins directly; branches count whether taken or not. */
function joined(schemas: Schemas, node: SchemaNode): SchemaNode[] {
  const target = node.$ref === undefined ? undefined : schemas[node.$ref];
  const single = [target, node.if, node.then, node.else].filter(
    (one): one is SchemaNode => one !== undefined,
  );
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
