import type { Aspect, AspectReasons } from "../../document/inferred-mark.js";
import { parsePointer } from "../../json-pointer.js";
import type { Schemas } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";

/** A broken keyword, as far as it decides which fact of the contract is broken. */
export interface BrokenKeyword {
  /** Location of the schema that holds the keyword. */
  readonly schemaAt: string;
  readonly instancePath: string;
  /** Property that is missing: the fact is then about that property. */
  readonly missing: string | null;
  /** What the keyword states. */
  readonly aspect: Aspect;
}

/** A schema with the reasons that cover it. */
interface ReachedSchema {
  readonly node: SchemaNode;
  /** Covers what is written here, but nothing behind a `$ref`. */
  readonly local: string | null;
  /** What schemas above, and references on the way, leave inferred. */
  readonly aspects: AspectReasons;
  readonly inherited: string | null;
}

/** The schemas at one place of the value, and what is known of the places below it. */
interface Level {
  readonly reached: readonly ReachedSchema[];
  readonly below: Map<string, Level>;
}

/**
 * Finds why broken facts of one value are inferred. Places of the value that were looked at are remembered, because
 * thousands of findings may be below the same one.
 */
export class InferredReasons {
  readonly #schemas: Schemas;
  readonly #outer: string | null;
  readonly #root: Level;

  /**
   * @param key of the linked schema that the value was validated against
   * @param outer reason that covers the use of the schema
   */
  constructor(schemas: Schemas, key: string, outer: string | null) {
    this.#schemas = schemas;
    this.#outer = outer;
    this.#root = this.#level([{ node: { $ref: key }, local: null, aspects: {}, inherited: outer }]);
  }

  /**
   * Why a fact is inferred; null when it is documented. The nearest reason above the broken keyword in the contract
   * counts, then the reasons beside each `$ref` that led there, then the outer one. A reason for single aspects counts
   * for their keywords alone.
   */
  of({ schemaAt, instancePath, missing, aspect }: BrokenKeyword): string | null {
    const { reached } = this.#levelAt(instancePath);
    const found = reached.find(({ node }) => node["x-at"] === schemaAt);
    const aboutProperty = missing === null ? null : reasonOfProperty(reached, missing);
    return aboutProperty ?? (found ? reasonOf(found, aspect) : this.#outer);
  }

  /** Stops at the last place that a schema describes. */
  #levelAt(instancePath: string): Level {
    let level = this.#root;
    for (const token of parsePointer(instancePath)) {
      const known = level.below.get(token);
      const next =
        known ?? this.#level(level.reached.flatMap((one) => inside(one, schemasAt(one.node, token))));
      if (!known) level.below.set(token, next);
      if (next.reached.length === 0) break;
      level = next;
    }
    return level;
  }

  /** All schemas that apply at the same place of the value; branches count whether taken or not. */
  #level(start: readonly ReachedSchema[]): Level {
    const found = new Map<SchemaNode, ReachedSchema>();
    const open = [...start].reverse();
    for (let item = open.pop(); item; item = open.pop()) {
      if (found.has(item.node)) continue;
      found.set(item.node, item);
      const { $ref } = item.node;
      const target = $ref === undefined ? undefined : this.#schemas[$ref];
      if (target) open.push(throughReference(item, target));
      open.push(...inside(item, appliedInPlace(item.node)));
    }
    return { reached: [...found.values()], below: new Map() };
  }
}

function reasonOf({ node, local, aspects, inherited }: ReachedSchema, aspect: Aspect): string | null {
  return node["x-inferred-aspects"]?.[aspect] ?? aspects[aspect] ?? node["x-inferred"] ?? local ?? inherited;
}

/** A reason beside the property counts; a reason behind its `$ref` is about its value, not about its presence. */
function reasonOfProperty(reached: readonly ReachedSchema[], name: string): string | null {
  for (const { node } of reached) {
    const property =
      node.properties && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined;
    const reason = property?.["x-inferred"] ?? property?.["x-inferred-aspects"]?.required;
    if (reason !== undefined) return reason;
  }
  return null;
}

/** Through a `$ref`: a reason beside it comes along. */
function throughReference({ node, aspects, inherited }: ReachedSchema, target: SchemaNode): ReachedSchema {
  return {
    node: target,
    local: target["x-inferred-here"] ?? null,
    aspects: { ...aspects, ...node["x-inferred-aspects"] },
    inherited: node["x-inferred"] ?? inherited,
  };
}

/** Into schemas that are written inside this one. */
function inside(
  { node, local, aspects, inherited }: ReachedSchema,
  nodes: readonly SchemaNode[],
): ReachedSchema[] {
  const own = node["x-inferred"];
  return nodes.map((one) => ({
    node: one,
    local: own === undefined ? local : null,
    aspects: { ...aspects, ...node["x-inferred-aspects"] },
    inherited: own ?? inherited,
  }));
}

/** Schemas that apply to the same value as the schema they are written in. */
function appliedInPlace(node: SchemaNode): SchemaNode[] {
  const single = [node.if, node.then, node.else].filter((one): one is SchemaNode => one !== undefined);
  const { allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = node;
  return [...single, ...allOf, ...anyOf, ...oneOf, ...Object.values(dependentSchemas)];
}

/** Schemas that apply to a member of the value. */
function schemasAt(node: SchemaNode, token: string): SchemaNode[] {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = node;
  const { prefixItems, items, unevaluatedItems, contains, propertyNames, not } = node;
  const own = properties && Object.hasOwn(properties, token) ? [properties[token]] : [];
  const item = /^\d+$/.test(token) ? [prefixItems?.[Number(token)], items, unevaluatedItems, contains] : [];
  const rest = [...Object.values(patternProperties ?? {}), additionalProperties, unevaluatedProperties];
  return [...own, ...item, ...rest, propertyNames, not].filter(
    (one): one is SchemaNode => typeof one === "object" && one !== null,
  );
}
