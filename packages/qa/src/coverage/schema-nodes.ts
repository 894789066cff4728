import type { Operation } from "@ittybit/contract";

/** The part of a schema that coverage reads. `$ref` is the key of another schema in the plan. */
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

/** The part of a plan that coverage and the proxy read. */
export interface Plan {
  readonly servers: readonly { readonly scheme: string | null; readonly host: string | null }[];
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, SchemaNode>>;
}

/** All schemas that apply to the same value: through references, `allOf`, and every branch. */
export function schemasAtSamePlace(schemas: Plan["schemas"], start: readonly SchemaNode[]): SchemaNode[] {
  const found = new Set<SchemaNode>();
  const open = [...start].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const list of [node.oneOf, node.anyOf, node.allOf])
      if (list !== undefined) open.push(...[...list].reverse());
    const target = node.$ref === undefined ? undefined : schemas[node.$ref];
    if (target !== undefined) open.push(target);
  }
  return [...found];
}
