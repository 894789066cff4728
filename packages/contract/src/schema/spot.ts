import { isValid, type Validators } from "./judge.js";
import type { SchemaNode } from "./node.js";
import type { PatternEngine } from "./pattern.js";
import type { Schemas } from "./shape.js";

/**
 * The set of schemas that apply at one place of a value, each joined by allOf and `$ref` already followed.
 * Spots are shared and remember what lies below them, so that walking a value costs one look-up a property.
 */
export interface Spot {
  readonly nodes: readonly SchemaNode[];
  /** What must be asked of the value before it is known which schemas apply. */
  readonly conditions: readonly Condition[];
  /** A branch that fits could not be found: nothing is said about what lies below. */
  readonly open: boolean;
  readonly properties: Map<string, Spot | null>;
  readonly items: Map<number, Spot | null>;
  readonly variants: Map<string, Spot>;
  /** Nothing at or below this place could be worth telling, whatever the value. */
  readonly isQuiet: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly known: readonly (readonly unknown[])[];
}

type Condition =
  | { readonly kind: "any"; readonly branches: readonly SchemaNode[] }
  | { readonly kind: "if"; readonly node: SchemaNode }
  | { readonly kind: "dependent"; readonly name: string; readonly node: SchemaNode };

/** Makes and remembers spots for one set of schemas. */
export class SpotMap {
  readonly #schemas: Schemas;
  readonly #validators: Validators;
  readonly #engine: PatternEngine;
  readonly #roots = new Map<string, Spot>();
  readonly #patterns = new Map<string, { test(text: string): boolean }>();

  constructor(schemas: Schemas, validators: Validators, engine: PatternEngine) {
    this.#engine = engine;
    this.#schemas = schemas;
    this.#validators = validators;
  }

  /** The spot of a whole value. */
  root(key: string): Spot {
    const known = this.#roots.get(key);
    if (known) return known;
    const spot = this.#spot([{ $ref: key }], false);
    this.#roots.set(key, spot);
    return spot;
  }

  /** The spot with its conditions answered for this value. */
  settle(spot: Spot, value: unknown): Spot {
    let settled = spot;
    while (settled.conditions.length > 0) settled = this.#settleOnce(settled, value);
    return settled;
  }

  /** The spot of a property of a settled spot; null when no schema knows the property. */
  property(spot: Spot, name: string): Spot | null {
    const known = spot.properties.get(name);
    if (known !== undefined) return known;
    const below = this.#property(spot, name);
    // names come from messages: a map with changing keys must not fill the memory
    if (spot.properties.size < 1_000) spot.properties.set(name, below);
    return below;
  }

  /** The spot of an item of a settled spot; null when no schema knows the item. */
  item(spot: Spot, index: number, value: unknown): Spot | null {
    const contains = spot.nodes.filter((node) => node.contains?.$ref !== undefined);
    if (contains.length > 0) return this.#containing(spot, contains, index, value);
    const longest = Math.max(0, ...spot.nodes.map(({ prefixItems }) => prefixItems?.length ?? 0));
    const slot = Math.min(index, longest);
    const known = spot.items.get(slot);
    if (known !== undefined) return known;
    const below = this.#below(spot, this.#itemNodes(spot, index), "unevaluatedItems");
    spot.items.set(slot, below);
    return below;
  }

  #containing(spot: Spot, contains: readonly SchemaNode[], index: number, value: unknown): Spot | null {
    const found = this.#itemNodes(spot, index);
    for (const { contains: wanted } of contains) {
      if (wanted?.$ref !== undefined && isValid(this.#validators, wanted.$ref, value)) found.push(wanted);
    }
    return this.#below(spot, found, "unevaluatedItems");
  }

  #itemNodes(spot: Spot, index: number): SchemaNode[] {
    return spot.nodes.flatMap(({ prefixItems, items }) => asNode(prefixItems?.[index] ?? items));
  }

  #property(spot: Spot, name: string): Spot | null {
    const found: SchemaNode[] = [];
    let describes = false;
    for (const node of spot.nodes) {
      const own = this.#declared(node, name);
      if (node.properties !== undefined || node.patternProperties !== undefined) describes = true;
      if (own.length > 0) found.push(...own);
      else found.push(...asNode(node.additionalProperties));
    }
    const below = this.#below(spot, found, "unevaluatedProperties");
    return below ?? (describes ? null : this.#spot([], true));
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
    spot: Spot,
    found: readonly SchemaNode[],
    rest: "unevaluatedProperties" | "unevaluatedItems",
  ): Spot | null {
    const nodes = found.length > 0 ? found : spot.nodes.flatMap((node) => asNode(node[rest]));
    if (nodes.length > 0) return this.#spot(nodes, false);
    return spot.open || rest === "unevaluatedItems" ? this.#spot([], true) : null;
  }

  #pattern(source: string): { test(text: string): boolean } {
    const known = this.#patterns.get(source) ?? this.#engine(source, "u");
    this.#patterns.set(source, known);
    return known;
  }

  #spot(start: readonly SchemaNode[], open: boolean): Spot {
    const nodes = this.#join(start);
    const conditions = nodes.flatMap(conditionsOf);
    return {
      nodes,
      conditions,
      isQuiet: conditions.length === 0 && nodes.every(isQuiet),
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

  #settleOnce(spot: Spot, value: unknown): Spot {
    const taken: SchemaNode[] = [];
    let answers = "";
    let open = spot.open;
    for (const condition of spot.conditions) {
      const branches = this.#branches(condition, value);
      if (condition.kind === "any" && branches.length === 0) open = true;
      taken.push(...branches.map(([, branch]) => branch));
      answers += `${branches.map(([index]) => index).join(",")};`;
    }
    const known = spot.variants.get(answers);
    if (known) return known;
    const base = spot.nodes.map(unconditional);
    const variant = this.#spot([...base, ...taken], open);
    spot.variants.set(answers, variant);
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

function isQuiet(node: SchemaNode): boolean {
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

/** The node without what a settled spot has answered. */
function unconditional(node: SchemaNode): SchemaNode {
  const { anyOf, oneOf, if: question, dependentSchemas, allOf, $ref, ...rest } = node;
  return rest;
}
