import type { SchemaNode } from "./schema-node.js";

export type Schemas = Readonly<Record<string, SchemaNode>>;

/** Every schema that may apply to the same value: what allOf and `$ref` add, and all branches, taken or not. */
function applicableSchemas(schemas: Schemas, start: readonly SchemaNode[]): SchemaNode[] {
  const seen = new Set<SchemaNode>();
  const open = [...start];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const target = node.$ref === undefined ? undefined : schemas[node.$ref];
    if (target) open.push(target);
    for (const list of [node.allOf, node.anyOf, node.oneOf]) if (list) open.push(...list);
    for (const one of [node.if, node.then, node.else]) if (one) open.push(one);
    if (node.dependentSchemas) open.push(...Object.values(node.dependentSchemas));
  }
  return [...seen];
}

/** A linked schema, with every schema that may apply to the same value. */
export interface Outline {
  readonly nodes: readonly SchemaNode[];
  readonly types: ReadonlySet<string>;
  readonly propertyNames: readonly string[];
  /** Outlines of these properties, as far as they were asked for. */
  readonly properties: Map<string, Outline>;
  /** Outline of the first item; null until it is asked for. */
  items: Outline | null;
}

const outlines = new WeakMap<Schemas, Map<string, Outline>>();

/** The outline of a schema. Computed once. */
export function outlineOf(schemas: Schemas, key: string): Outline {
  const known = outlines.get(schemas) ?? new Map<string, Outline>();
  outlines.set(schemas, known);
  const outline = known.get(key) ?? makeOutline(schemas, key);
  known.set(key, outline);
  return outline;
}

function makeOutline(schemas: Schemas, key: string): Outline {
  return outlineFrom(applicableSchemas(schemas, [{ $ref: key }]));
}

function outlineFrom(nodes: readonly SchemaNode[]): Outline {
  const own = { nodes, types: typesOf(nodes), propertyNames: propertyNames(nodes) };
  return { ...own, properties: new Map(), items: null };
}

/** The outline of a property. Computed once, unless nothing names the property: such names come from messages. */
export function propertyOutline(schemas: Schemas, outline: Outline, name: string): Outline {
  const known = outline.properties.get(name);
  if (known) return known;
  const found = outlineFrom(propertyNodes(schemas, outline.nodes, name));
  if (outline.propertyNames.includes(name)) outline.properties.set(name, found);
  return found;
}

/** The outline of the first item. Computed once. */
export function itemOutline(schemas: Schemas, outline: Outline): Outline {
  outline.items ??= outlineFrom(itemNodes(schemas, outline.nodes, 0));
  return outline.items;
}

/** The JSON types that schemas allow, by `type`, `const` or `enum`; empty when none limits them. */
export function typesOf(nodes: readonly SchemaNode[]): Set<string> {
  const types = new Set<string>();
  for (const { type, const: constant, enum: values } of nodes) {
    if (type !== undefined) for (const name of typeof type === "string" ? [type] : type) types.add(name);
    else if (constant !== undefined) types.add(typeName(constant));
    else if (values !== undefined) for (const value of values) types.add(typeName(value));
  }
  return types;
}

/** The JSON type of a value. */
function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** Schemas of a property; none when nothing describes it. */
export function propertyNodes(schemas: Schemas, nodes: readonly SchemaNode[], name: string): SchemaNode[] {
  const found: SchemaNode[] = [];
  for (const { properties, additionalProperties } of nodes) {
    const property = properties && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (typeof property === "object") found.push(property);
  }
  return applicableSchemas(schemas, found);
}

/** Schemas of an item. */
export function itemNodes(schemas: Schemas, nodes: readonly SchemaNode[], index: number): SchemaNode[] {
  const found: SchemaNode[] = [];
  for (const { prefixItems, items } of nodes) {
    const item = prefixItems?.[index] ?? items;
    if (typeof item === "object") found.push(item);
  }
  return applicableSchemas(schemas, found);
}

/** Names of all properties that schemas describe. */
export function propertyNames(nodes: readonly SchemaNode[]): string[] {
  const names = new Set<string>();
  for (const { properties } of nodes)
    if (properties) for (const name of Object.keys(properties)) names.add(name);
  return [...names].sort();
}
