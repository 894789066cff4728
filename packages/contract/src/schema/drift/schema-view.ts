import type { Schemas } from "../outline.js";
import type { PatternEngine } from "../pattern/pattern.js";
import type { SchemaNode } from "../schema-node.js";
import { isValid, type Validators } from "../validator.js";

/**
 * The set of schemas that apply at one place of a value, each joined by allOf and `$ref` already followed.
 * Spots are shared and remember what lies below them, so that walking a value costs one look-up a property.
 */
export interface SchemaView {
  readonly nodes: readonly SchemaNode[];
  /** What must be asked of the value before it is known which schemas apply. */
  readonly conditions: readonly Condition[];
  /** A branch that fits could not be found: nothing is said about what lies below. */
  readonly open: boolean;
  readonly properties: Map<string, SchemaView | null>;
  readonly items: Map<number, SchemaView | null>;
  readonly variants: Map<string, SchemaView>;
  /** Nothing at or below this place could be worth telling, whatever the value. */
  readonly neverReports: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly known: readonly (readonly unknown[])[];
}

type Condition =
  | { readonly kind: "any"; readonly branches: readonly SchemaNode[] }
  | { readonly kind: "if"; readonly node: SchemaNode }
  | { readonly kind: "dependent"; readonly name: string; readonly node: SchemaNode };

/** Makes and remembers views for one set of schemas. */
export class SchemaViews {
  readonly #schemas: Schemas;
  readonly #validators: Validators;
  readonly #engine: PatternEngine;
  readonly #roots = new Map<string, SchemaView>();
  readonly #patterns = new Map<string, { test(text: string): boolean }>();

  constructor(schemas: Schemas, validators: Validators, engine: PatternEngine) {
    this.#engine = engine;
    this.#schemas = schemas;
    this.#validators = validators;
  }

  /** The view of a whole value. */
  root(key: string): SchemaView {
    const known = this.#roots.get(key);
    if (known) return known;
    const view = this.#view([{ $ref: key }], false);
    this.#roots.set(key, view);
    return view;
  }

  /** The view with its conditions answered for this value. */
  resolve(view: SchemaView, value: unknown): SchemaView {
    let resolved = view;
    while (resolved.conditions.length > 0) resolved = this.#resolveOnce(resolved, value);
    return resolved;
  }

  /** The view of a property of a resolved view; null when no schema knows the property. */
  property(view: SchemaView, name: string): SchemaView | null {
    const known = view.properties.get(name);
    if (known !== undefined) return known;
    const below = this.#property(view, name);
    // names come from messages: a map with changing keys must not fill the memory
    if (view.properties.size < 1_000) view.properties.set(name, below);
    return below;
  }

  /** The view of an item of a resolved view; null when no schema knows the item. */
  item(view: SchemaView, index: number, value: unknown): SchemaView | null {
    const contains = view.nodes.filter((node) => node.contains?.$ref !== undefined);
    if (contains.length > 0) return this.#containing(view, contains, index, value);
    const longest = Math.max(0, ...view.nodes.map(({ prefixItems }) => prefixItems?.length ?? 0));
    const slot = Math.min(index, longest);
    const known = view.items.get(slot);
    if (known !== undefined) return known;
    const below = this.#below(view, this.#itemNodes(view, index), "unevaluatedItems");
    view.items.set(slot, below);
    return below;
  }

  #containing(
    view: SchemaView,
    contains: readonly SchemaNode[],
    index: number,
    value: unknown,
  ): SchemaView | null {
    const found = this.#itemNodes(view, index);
    for (const { contains: wanted } of contains) {
      if (wanted?.$ref !== undefined && isValid(this.#validators, wanted.$ref, value)) found.push(wanted);
    }
    return this.#below(view, found, "unevaluatedItems");
  }

  #itemNodes(view: SchemaView, index: number): SchemaNode[] {
    return view.nodes.flatMap(({ prefixItems, items }) => asNode(prefixItems?.[index] ?? items));
  }

  #property(view: SchemaView, name: string): SchemaView | null {
    const found: SchemaNode[] = [];
    let describes = false;
    for (const node of view.nodes) {
      const own = this.#declared(node, name);
      if (node.properties !== undefined || node.patternProperties !== undefined) describes = true;
      if (own.length > 0) found.push(...own);
      else found.push(...asNode(node.additionalProperties));
    }
    const below = this.#below(view, found, "unevaluatedProperties");
    return below ?? (describes ? null : this.#view([], true));
  }

  #declared(node: SchemaNode, name: string): SchemaNode[] {
    const found: SchemaNode[] = [];
    if (node.properties && Object.hasOwn(node.properties, name))
      found.push(node.properties[name] as SchemaNode);
    for (const [pattern, schema] of Object.entries(node.patternProperties ?? {})) {
      if (name.length < 1_000 && this.#pattern(pattern).test(name)) found.push(schema);
    }
    return found;
  }

  #below(
    view: SchemaView,
    found: readonly SchemaNode[],
    rest: "unevaluatedProperties" | "unevaluatedItems",
  ): SchemaView | null {
    const nodes = found.length > 0 ? found : view.nodes.flatMap((node) => asNode(node[rest]));
    if (nodes.length > 0) return this.#view(nodes, false);
    return view.open || rest === "unevaluatedItems" ? this.#view([], true) : null;
  }

  #pattern(source: string): { test(text: string): boolean } {
    const known = this.#patterns.get(source) ?? this.#engine(source, "u");
    this.#patterns.set(source, known);
    return known;
  }

  #view(start: readonly SchemaNode[], open: boolean): SchemaView {
    const nodes = this.#join(start);
    const conditions = nodes.flatMap(conditionsOf);
    return {
      nodes,
      conditions,
      neverReports: conditions.length === 0 && nodes.every(neverReports),
      open,
      properties: new Map(),
      items: new Map(),
      variants: new Map(),
      readOnly: nodes.some((node) => node.readOnly === true),
      writeOnly: nodes.some((node) => node.writeOnly === true),
      known: nodes.flatMap((node) => (node["x-extensible-enum"] ? [node["x-extensible-enum"]] : [])),
    };
  }

  /** The nodes and all they join without condition, each once. */
  #join(start: readonly SchemaNode[]): SchemaNode[] {
    const seen = new Set<SchemaNode>();
    const open = [...start].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      if (node.allOf) open.push(...node.allOf);
      const target = node.$ref === undefined ? undefined : this.#schemas[node.$ref];
      if (target) open.push(target);
    }
    return [...seen];
  }

  #resolveOnce(view: SchemaView, value: unknown): SchemaView {
    const taken: SchemaNode[] = [];
    let answers = "";
    let open = view.open;
    for (const condition of view.conditions) {
      const branches = this.#branches(condition, value);
      if (condition.kind === "any" && branches.length === 0) open = true;
      taken.push(...branches.map(([, branch]) => branch));
      answers += `${branches.map(([index]) => index).join(",")};`;
    }
    const known = view.variants.get(answers);
    if (known) return known;
    const base = view.nodes.map(unconditional);
    const variant = this.#view([...base, ...taken], open);
    view.variants.set(answers, variant);
    return variant;
  }

  #branches(condition: Condition, value: unknown): (readonly [number, SchemaNode])[] {
    switch (condition.kind) {
      case "any":
        return condition.branches.flatMap((branch, index) =>
          this.#holds(branch, value) ? [[index, branch]] : [],
        );
      case "if": {
        const { if: question, then: yes, else: no } = condition.node;
        if (question && this.#holds(question, value))
          return [[0, question], ...(yes ? [[1, yes] as const] : [])];
        return no ? [[2, no]] : [];
      }
      case "dependent": {
        const present = typeof value === "object" && value !== null && Object.hasOwn(value, condition.name);
        return present ? [[0, condition.node]] : [];
      }
      default:
        return condition satisfies never;
    }
  }

  #holds(branch: SchemaNode, value: unknown): boolean {
    return branch.$ref !== undefined && isValid(this.#validators, branch.$ref, value);
  }
}

const loud = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "prefixItems",
  "items",
  "unevaluatedItems",
  "contains",
  "readOnly",
  "writeOnly",
  "x-extensible-enum",
] as const;

function neverReports(node: SchemaNode): boolean {
  return loud.every((keyword) => node[keyword] === undefined);
}

function asNode(schema: SchemaNode | boolean | undefined): SchemaNode[] {
  if (schema === undefined || schema === false) return [];
  return [schema === true ? {} : schema];
}

function conditionsOf(node: SchemaNode): Condition[] {
  const conditions: Condition[] = [];
  if (node.anyOf) conditions.push({ kind: "any", branches: node.anyOf });
  if (node.oneOf) conditions.push({ kind: "any", branches: node.oneOf });
  if (node.if) conditions.push({ kind: "if", node });
  for (const [name, dependent] of Object.entries(node.dependentSchemas ?? {})) {
    conditions.push({ kind: "dependent", name, node: dependent });
  }
  return conditions;
}

/** The node without what a resolved view has answered. */
function unconditional(node: SchemaNode): SchemaNode {
  const { anyOf, oneOf, if: question, dependentSchemas, allOf, $ref, ...rest } = node;
  return rest;
}
