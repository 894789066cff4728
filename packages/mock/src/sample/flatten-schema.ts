import { asNode, type Node, resolve } from "../document/node.js";
import type { OpenApiDocument } from "../document/open-document.js";
import { excludeBranches } from "./exclude-branches.js";

/** A schema as one object: references followed, `allOf` merged, one branch of `oneOf` and `anyOf` chosen. */
export interface FlatSchema {
  readonly schema: Node;
  /** The references that were followed. */
  readonly references: readonly string[];
}

/** Longest chain of references and compositions that is followed. */
const MAX_DEPTH = 32;

/**
 * Flattens a schema (JSON Schema 2020-12, Core, section 10.2). A schema that contradicts itself gives values that are
 * rejected when the response is validated.
 *
 * @param branch which branch of each `oneOf` and `anyOf` to choose, counted from 0; past the last one, it starts again
 * @param isExclusive whether to exclude the other branches of each `oneOf`
 */
export function flattenSchema(
  document: OpenApiDocument,
  schema: unknown,
  branch: number,
  isExclusive = false,
): FlatSchema {
  const references: string[] = [];
  const flatten = (value: unknown, depth: number): Node => {
    if (depth > MAX_DEPTH) return {};
    if (value === false) return { not: {} };
    const { $ref, allOf, oneOf, anyOf, if: condition, then, ...own } = asNode(value);
    let flat: Node = own;
    if (typeof $ref === "string") {
      references.push($ref);
      // an example beside a reference is the more specific one
      flat = mergeSchemas(flatten(resolve(document, { $ref }), depth + 1), flat);
    }
    for (const member of listOf(allOf)) flat = mergeSchemas(flat, flatten(member, depth + 1));
    for (const branches of [listOf(oneOf), listOf(anyOf)]) {
      const chosen = branches[branch % branches.length];
      if (chosen !== undefined) flat = mergeSchemas(flat, flatten(chosen, depth + 1));
    }
    if (isExclusive && Array.isArray(oneOf)) {
      const others = oneOf.filter((_, index) => index !== branch % oneOf.length);
      const below = (one: unknown) => flatten(one, depth + 1);
      flat = mergeSchemas(flat, excludeBranches(flat, others.map(below), below));
    }
    if (condition !== undefined && then !== undefined) {
      for (const part of [condition, then]) flat = mergeSchemas(flat, flatten(part, depth + 1));
    }
    return flat;
  };
  return { schema: flatten(schema, 0), references };
}

/** A schema that accepts what both accept, as far as one object can say it. Where they exclude each other, the second wins. */
function mergeSchemas(first: Node, second: Node): Node {
  const merged: Record<string, unknown> = { ...first, ...second };
  for (const keyword of Object.keys(second)) {
    const merge = Object.hasOwn(MERGES, keyword) ? MERGES[keyword] : undefined;
    if (merge && first[keyword] !== undefined) merged[keyword] = merge(first[keyword], second[keyword]);
  }
  return merged;
}

type Merge = (first: unknown, second: unknown) => unknown;

const largest: Merge = (first, second) => Math.max(Number(first), Number(second));
const smallest: Merge = (first, second) => Math.min(Number(first), Number(second));
const both: Merge = (first, second) => ({ allOf: [first, second] });

const MERGES: Readonly<Record<string, Merge>> = {
  required: (first, second) => [...new Set([...listOf(first), ...listOf(second)])],
  properties: (first, second) => mergeProperties(asNode(first), asNode(second)),
  type: (first, second) => common([first].flat(), [second].flat()),
  enum: (first, second) => common(listOf(first), listOf(second)),
  items: both,
  additionalProperties: (first, second) => (second === true ? first : both(first, second)),
  minimum: largest,
  exclusiveMinimum: largest,
  minLength: largest,
  minItems: largest,
  minProperties: largest,
  maximum: smallest,
  exclusiveMaximum: smallest,
  maxLength: smallest,
  maxItems: smallest,
  maxProperties: smallest,
};

function mergeProperties(first: Node, second: Node): Node {
  const shared = Object.keys(second).filter((name) => Object.hasOwn(first, name));
  return {
    ...first,
    ...second,
    ...Object.fromEntries(shared.map((name) => [name, both(first[name], second[name])])),
  };
}

/** What two lists share; the second one if they share nothing. An integer is a number. */
function common(first: readonly unknown[], second: readonly unknown[]): readonly unknown[] {
  const shared = second.filter(
    (one) => first.includes(one) || (one === "integer" && first.includes("number")),
  );
  if (shared.length > 0) return shared;
  return second.includes("number") && first.includes("integer") ? ["integer"] : second;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
