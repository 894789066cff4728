import type { SchemaNode } from "../schema-node.js";

/** The values of an `x-extensible-enum`. */
export interface KnownValues {
  readonly node: SchemaNode;
  readonly values: ReadonlySet<unknown>;
  readonly types: ReadonlySet<string>;
  readonly names: readonly string[];
}

const knownValuesByNode = new WeakMap<SchemaNode, KnownValues>();

/** The set of a schema, if it has one. Made once. */
export function knownValuesOf(node: SchemaNode): KnownValues[] {
  const values = node["x-extensible-enum"];
  if (values === undefined) return [];
  const known = knownValuesByNode.get(node) ?? {
    node,
    values: new Set(values),
    types: new Set(values.map((value) => typeof value)),
    names: values.map(String),
  };
  knownValuesByNode.set(node, known);
  return [known];
}
