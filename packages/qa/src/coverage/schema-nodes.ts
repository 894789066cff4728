import type { Operation } from "@ittybit/contract";

/** What coverage reads of a schema in a plan; `$ref` is the key of another schema there. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly "x-extensible-enum"?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode | boolean;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** What is read of a plan: by coverage, and by the proxy its servers. */
export interface Plan {
  readonly servers: readonly { readonly scheme: string | null; readonly host: string | null }[];
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, SchemaNode>>;
}

/** All schemas at the same place of a value: through references, all parts and every branch. */
export function schemasAtSamePlace(schemas: Plan["schemas"], start: readonly SchemaNode[]): SchemaNode[] {
  const found = new Set<SchemaNode>();
  const open = [...start].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    const target = node.$ref === undefined ? undefined : schemas[node.$ref];
    const { allOf = [], anyOf = [], oneOf = [] } = node;
    open.push(...[target ?? [], allOf, anyOf, oneOf].flat().reverse());
  }
  return [...found];
}
