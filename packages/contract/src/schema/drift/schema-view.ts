import { propertyNames, type Schemas } from "../outline.js";
import type { Pattern, PatternEngine } from "../pattern/pattern.js";
import type { SchemaNode } from "../schema-node.js";
import { isValid, type Validators } from "../validator.js";
import { type KnownValues, knownValuesOf } from "./known-values.js";

/**
 * The schemas that apply at one place of a value, with everything that `allOf` and `$ref` add. Views are shared
 * and remember the views below them, so that walking a value costs one lookup per property.
 */
export interface SchemaView {
  readonly nodes: readonly SchemaNode[];
  /** What the value decides before it is known which schemas apply. */
  readonly conditions: readonly Condition[];
  /** The value fits none of the alternatives, so that nothing below it is undocumented. */
  readonly isOpen: boolean;
  /** A schema refuses undocumented properties. */
  readonly isClosed: boolean;
  /** No value can lead to an observation at or below this place. */
  readonly isSilent: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** The sets of `x-extensible-enum`. */
  readonly knownValues: readonly KnownValues[];
  readonly properties: Map<string, SchemaView | null>;
  /** The properties of the last value, in its order: most objects at one place have the same ones. */
  readonly sequence: { readonly name: string; readonly view: SchemaView | null }[];
  readonly items: Map<number, SchemaView | null>;
  readonly variants: Map<string, SchemaView>;
}

type Condition =
  | { readonly kind: "alternatives"; readonly branches: readonly SchemaNode[] }
  | { readonly kind: "if"; readonly node: SchemaNode }
  | { readonly kind: "dependent"; readonly name: string; readonly node: SchemaNode };

/** Most properties of a view that are remembered: their names come from messages. */
const MAX_REMEMBERED_PROPERTIES = 1_000;

/** Most properties of one value whose order is remembered. */
const MAX_SEQUENCE = 100;

/** Longest property name that is tried against `patternProperties`. */
const MAX_NAME_LENGTH = 1_000;

/** Creates and remembers the views of one set of schemas. */
export class SchemaViews {
  readonly #schemas: Schemas;
  readonly #validators: Validators;
  readonly #patternEngine: PatternEngine;
  readonly #roots = new Map<string, SchemaView>();
  readonly #patterns = new Map<string, Pattern>();
  readonly #names = new WeakMap<SchemaView, readonly string[]>();

  constructor(schemas: Schemas, validators: Validators, patternEngine: PatternEngine) {
    this.#schemas = schemas;
    this.#validators = validators;
    this.#patternEngine = patternEngine;
  }

  /** The view of a whole value. */
  root(key: string): SchemaView {
    const known = this.#roots.get(key) ?? this.#view([{ $ref: key }], false);
    this.#roots.set(key, known);
    return known;
  }

  /** The view with its conditions decided by a value. */
  resolve(view: SchemaView, value: unknown): SchemaView {
    let resolved = view;
    while (resolved.conditions.length > 0) resolved = this.#resolveOnce(resolved, value);
    return resolved;
  }

  /**
   * The view of a property of a resolved view; null when no schema describes the property.
   *
   * @param index position of the property among those of the value
   */
  property(view: SchemaView, name: string, index: number): SchemaView | null {
    const expected = view.sequence[index];
    if (expected?.name === name) return expected.view;
    const found = this.#remembered(view, name);
    if (index < MAX_SEQUENCE) view.sequence[index] = { name, view: found };
    return found;
  }

  #remembered(view: SchemaView, name: string): SchemaView | null {
    const known = view.properties.get(name);
    if (known !== undefined) return known;
    const below = this.#property(view, name);
    if (view.properties.size < MAX_REMEMBERED_PROPERTIES) view.properties.set(name, below);
    return below;
  }

  /** Names of all properties that a view describes, sorted. */
  propertyNames(view: SchemaView): readonly string[] {
    const known = this.#names.get(view) ?? propertyNames(view.nodes);
    this.#names.set(view, known);
    return known;
  }

  /** The view of an item of a resolved view; null when no schema describes the item. */
  item(view: SchemaView, index: number, value: unknown): SchemaView | null {
    const contains = view.nodes.filter((node) => node.contains?.$ref !== undefined);
    if (contains.length > 0) return this.#containing(view, contains, index, value);
    let longest = 0;
    for (const { prefixItems } of view.nodes) longest = Math.max(longest, prefixItems?.length ?? 0);
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
    for (const { contains: wanted } of contains) if (wanted && this.#holds(wanted, value)) found.push(wanted);
    return this.#below(view, found, "unevaluatedItems");
  }

  #itemNodes(view: SchemaView, index: number): SchemaNode[] {
    return view.nodes.flatMap(({ prefixItems, items }) => asNodes(prefixItems?.[index] ?? items));
  }

  #property(view: SchemaView, name: string): SchemaView | null {
    const found: SchemaNode[] = [];
    let describesProperties = false;
    for (const node of view.nodes) {
      const declared = this.#declared(node, name);
      if (node.properties !== undefined || node.patternProperties !== undefined) describesProperties = true;
      if (declared.length > 0) found.push(...declared);
      else found.push(...asNodes(node.additionalProperties));
    }
    const below = this.#below(view, found, "unevaluatedProperties");
    return below ?? (describesProperties ? null : this.#view([], true));
  }

  #declared(node: SchemaNode, name: string): SchemaNode[] {
    const found: SchemaNode[] = [];
    if (node.properties && Object.hasOwn(node.properties, name))
      found.push(node.properties[name] as SchemaNode);
    for (const pattern in node.patternProperties) {
      if (name.length < MAX_NAME_LENGTH && this.#pattern(pattern).test(name))
        found.push(node.patternProperties[pattern] as SchemaNode);
    }
    return found;
  }

  #below(
    view: SchemaView,
    found: readonly SchemaNode[],
    rest: "unevaluatedProperties" | "unevaluatedItems",
  ): SchemaView | null {
    const nodes = found.length > 0 ? found : view.nodes.flatMap((node) => asNodes(node[rest]));
    if (nodes.length > 0) return this.#view(nodes, false);
    return view.isOpen || rest === "unevaluatedItems" ? this.#view([], true) : null;
  }

  #pattern(source: string): Pattern {
    const known = this.#patterns.get(source) ?? this.#patternEngine(source, "u");
    this.#patterns.set(source, known);
    return known;
  }

  #view(start: readonly SchemaNode[], isOpen: boolean): SchemaView {
    const nodes = this.#withJoined(start);
    const conditions = nodes.flatMap(conditionsOf);
    return {
      nodes,
      conditions,
      isOpen,
      isClosed: nodes.some(
        ({ additionalProperties, unevaluatedProperties }) =>
          additionalProperties === false || unevaluatedProperties === false,
      ),
      isSilent: conditions.length === 0 && nodes.every(isSilent),
      readOnly: nodes.some((node) => node.readOnly === true),
      writeOnly: nodes.some((node) => node.writeOnly === true),
      knownValues: nodes.flatMap(knownValuesOf),
      properties: new Map(),
      sequence: [],
      items: new Map(),
      variants: new Map(),
    };
  }

  /** The nodes and everything that they join without condition, each once. */
  #withJoined(start: readonly SchemaNode[]): SchemaNode[] {
    const seen = new Set<SchemaNode>();
    const open = [...start].reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const joined of node.allOf ?? []) open.push(joined);
      const target = node.$ref === undefined ? undefined : this.#schemas[node.$ref];
      if (target) open.push(target);
    }
    return [...seen];
  }

  #resolveOnce(view: SchemaView, value: unknown): SchemaView {
    const taken: SchemaNode[] = [];
    let choices = "";
    let { isOpen } = view;
    for (const condition of view.conditions) {
      const branches = this.#branches(condition, value);
      if (condition.kind === "alternatives" && branches.length === 0) isOpen = true;
      for (const [, branch] of branches) taken.push(branch);
      choices += `${branches.map(([index]) => index).join(",")};`;
    }
    const known = view.variants.get(choices);
    if (known) return known;
    const variant = this.#view([...view.nodes.map(withoutConditions), ...taken], isOpen);
    view.variants.set(choices, variant);
    return variant;
  }

  #branches(condition: Condition, value: unknown): (readonly [number, SchemaNode])[] {
    switch (condition.kind) {
      case "alternatives":
        return condition.branches.flatMap((branch, index) =>
          this.#holds(branch, value) ? [[index, branch]] : [],
        );
      case "if": {
        const { if: test, then: yes, else: no } = condition.node;
        if (test && this.#holds(test, value)) return [[0, test], ...(yes ? [[1, yes] as const] : [])];
        return no ? [[2, no]] : [];
      }
      case "dependent": {
        const isPresent = typeof value === "object" && value !== null && Object.hasOwn(value, condition.name);
        return isPresent ? [[0, condition.node]] : [];
      }
      default:
        return condition satisfies never;
    }
  }

  #holds(branch: SchemaNode, value: unknown): boolean {
    return branch.$ref !== undefined && isValid(this.#validators, branch.$ref, value);
  }
}

/** Keywords that can lead to an observation, at this place or below it. */
const OBSERVED_KEYWORDS = [
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

function isSilent(node: SchemaNode): boolean {
  return OBSERVED_KEYWORDS.every((keyword) => node[keyword] === undefined);
}

function asNodes(schema: SchemaNode | boolean | undefined): SchemaNode[] {
  if (schema === undefined || schema === false) return [];
  return [schema === true ? {} : schema];
}

function conditionsOf(node: SchemaNode): Condition[] {
  const conditions: Condition[] = [];
  if (node.anyOf) conditions.push({ kind: "alternatives", branches: node.anyOf });
  if (node.oneOf) conditions.push({ kind: "alternatives", branches: node.oneOf });
  if (node.if) conditions.push({ kind: "if", node });
  for (const name in node.dependentSchemas) {
    conditions.push({ kind: "dependent", name, node: node.dependentSchemas[name] as SchemaNode });
  }
  return conditions;
}

/** The node without what a resolved view has decided. */
function withoutConditions(node: SchemaNode): SchemaNode {
  const { anyOf, oneOf, if: test, dependentSchemas, allOf, $ref, ...rest } = node;
  return rest;
}
