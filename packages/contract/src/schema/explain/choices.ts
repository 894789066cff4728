import type { Schemas } from "../outline.js";
import type { SchemaNode } from "../schema-node.js";
import { subschemasOf } from "../subschemas.js";

/** A keyword that is satisfied by one of several schemas. */
export type ChoiceKeyword = "oneOf" | "anyOf" | "contains";

const CHOICE_KEYWORDS: readonly ChoiceKeyword[] = ["oneOf", "anyOf", "contains"];

/** Whether a keyword is a choice. */
export function isChoice(keyword: string): keyword is ChoiceKeyword {
  return (CHOICE_KEYWORDS as readonly string[]).includes(keyword);
}

/** Finds the choices and conditions of linked schemas by their location. Built for the first violation. */
export class Choices {
  readonly #schemas: Schemas;
  readonly #owners = new Map<string, SchemaNode>();
  readonly #conditionals = new Map<string, SchemaNode>();
  readonly #inside = new Map<string, ReadonlySet<string>>();

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
    const open = Object.values(schemas);
    for (let node = open.pop(); node; node = open.pop()) {
      for (const keyword of CHOICE_KEYWORDS)
        if (node[keyword]) this.#owners.set(`${node["x-at"]}/${keyword}`, node);
      if (node.if && node.then?.["x-at"]) this.#conditionals.set(node.then["x-at"], node);
      for (const schema of subschemasOf(node)) open.push(schema);
    }
  }

  /** The branches of the choice of a schema. */
  branches(schemaAt: string, keyword: ChoiceKeyword): readonly SchemaNode[] {
    const owner = this.#owners.get(`${schemaAt}/${keyword}`);
    if (keyword === "contains") return owner?.contains ? [owner.contains] : [];
    return owner?.[keyword] ?? [];
  }

  /** The schema whose `then` is at a location. */
  conditional(thenAt: string): SchemaNode | undefined {
    return this.#conditionals.get(thenAt);
  }

  /** Locations of every schema that a branch of a choice may apply, at any depth of the value. */
  inside(schemaAt: string, keyword: ChoiceKeyword): ReadonlySet<string> {
    const id = `${schemaAt}/${keyword}`;
    const known = this.#inside.get(id) ?? this.#locationsBelow(this.branches(schemaAt, keyword));
    this.#inside.set(id, known);
    return known;
  }

  #locationsBelow(branches: readonly SchemaNode[]): Set<string> {
    const locations = new Set<string>();
    const seen = new Set<SchemaNode>(branches);
    for (const node of seen) {
      const { "x-at": at, $ref } = node;
      if (at !== undefined) locations.add(at);
      const target = $ref === undefined ? undefined : this.#schemas[$ref];
      if (target) seen.add(target);
      for (const schema of subschemasOf(node)) seen.add(schema);
    }
    return locations;
  }
}

const choicesBySchemas = new WeakMap<Schemas, Choices>();

/** The choices of linked schemas; built once for each set of schemas. */
export function choicesOf(schemas: Schemas): Choices {
  const known = choicesBySchemas.get(schemas) ?? new Choices(schemas);
  choicesBySchemas.set(schemas, known);
  return known;
}
