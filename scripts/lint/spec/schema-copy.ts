import { refOf, target } from "./references.js";
import { type Site, type Sources, valueAt } from "./spec-source.js";

/** A self-contained JSON Schema (2020-12): every `$ref` points to its own `$defs`. */
export type SchemaCopy = boolean | Record<string, unknown>;

/**
 * How a copy treats undescribed data: `open` keeps the schema; `closed` rejects unknown properties and values outside
 * `x-extensible-enum`.
 */
export type Openness = "open" | "closed";

type Json = Record<string, unknown>;

/** A schema under one of these sees the same value as the schema around it, so it must not be closed alone. */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas"];
/** A schema under one of these describes a value of its own. */
const CHILD_VALUES = [
  ...["properties", "patternProperties", "additionalProperties"],
  ...["items", "prefixItems", "unevaluatedProperties", "unevaluatedItems"],
];
/** A schema under one of these is a condition rather than a description, so closing it would reverse its result. */
const CONDITIONS = ["if", "not", "contains", "propertyNames"];
const SINGLE_SCHEMA = [
  ...["additionalProperties", "items", "unevaluatedProperties", "unevaluatedItems"],
  ...["then", "else", ...CONDITIONS],
];
const ANNOTATIONS = ["$defs", "description", "title", "example", "examples", "default", "deprecated"];

/** Copies the schema at a site with all that it refers to, in any file. */
export function schemaCopy(sources: Sources, site: Site, openness: Openness): SchemaCopy {
  const definitions = new Map<string, { name: string; schema?: SchemaCopy }>();
  const root = copy(valueAt(sources, site), site, openness, true);
  const $defs = Object.fromEntries([...definitions.values()].map(({ name, schema }) => [name, schema]));
  return typeof root === "boolean" ? root : { ...root, $defs };

  function copy(schema: unknown, at: Site, openness: Openness, whole: boolean): SchemaCopy {
    if (typeof schema !== "object" || schema === null) return schema !== false;
    const given = schema as Json;
    const made: Json = {};
    for (const [keyword, value] of Object.entries(given))
      if (!ANNOTATIONS.includes(keyword) && !keyword.startsWith("x-"))
        made[keyword] = copyKeyword(keyword, value, inside(at, keyword), openness);
    const ref = refOf(given);
    if (ref !== undefined) made.$ref = define(target(at, ref), openness);
    return openness === "closed" ? closed(made, given, whole) : made;
  }

  function copyKeyword(keyword: string, value: unknown, at: Site, outer: Openness): unknown {
    const schemas =
      IN_PLACE.includes(keyword) || CHILD_VALUES.includes(keyword) || CONDITIONS.includes(keyword);
    if (!schemas || typeof value !== "object" || value === null) return value;
    const openness = CONDITIONS.includes(keyword) ? "open" : outer;
    const whole = CHILD_VALUES.includes(keyword);
    if (SINGLE_SCHEMA.includes(keyword)) return copy(value, at, openness, whole);
    if (Array.isArray(value))
      return value.map((item, index) => copy(item, inside(at, index), openness, whole));
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, copy(item, inside(at, key), openness, whole)]),
    );
  }

  function define(to: Site, openness: Openness): string {
    const key = JSON.stringify([to, openness]);
    const known = definitions.get(key);
    if (known !== undefined) return `#/$defs/${known.name}`;
    const entry: { name: string; schema?: SchemaCopy } = { name: `d${definitions.size}` };
    definitions.set(key, entry);
    entry.schema = copy(valueAt(sources, to), to, openness, false);
    return `#/$defs/${entry.name}`;
  }
}

/** @param whole whether the schema describes a whole value rather than one view of it */
function closed(made: Json, given: Json, whole: boolean): Json {
  const known = given["x-extensible-enum"];
  return {
    ...made,
    ...(Array.isArray(known) && { enum: [...known, ...(acceptsNull(given) ? [null] : [])] }),
    ...(whole && made.unevaluatedProperties === undefined && { unevaluatedProperties: false }),
  };
}

const acceptsNull = ({ type }: Json) => Array.isArray(type) && type.includes("null");

const inside = ({ file, steps }: Site, step: string | number): Site => ({ file, steps: [...steps, step] });
