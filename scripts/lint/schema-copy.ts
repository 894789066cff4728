import { refOf, target } from "./reference.js";
import { type Site, type Sources, valueAt } from "./source.js";

/** A JSON Schema (2020-12) that stands alone: every `$ref` leads to its own `$defs`. */
export type SchemaCopy = boolean | Record<string, unknown>;

/**
 * How a copy treats what the schema does not know: `open` as written; `closed` as an error, so that an unknown
 * property or a value outside `x-extensible-enum` is found.
 */
export type World = "open" | "closed";

type Json = Record<string, unknown>;

/** A schema under one of these sees the same value as the schema around it, so it must not be closed alone. */
const inPlace = ["allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas"];
/** A schema under one of these describes a value of its own. */
const below = [
  ...["properties", "patternProperties", "additionalProperties"],
  ...["items", "prefixItems", "unevaluatedProperties", "unevaluatedItems"],
];
/** A schema under one of these asks rather than describes, so closing it would turn its answer round. */
const asking = ["if", "not", "contains", "propertyNames"];
const alone = [
  ...["additionalProperties", "items", "unevaluatedProperties", "unevaluatedItems"],
  ...["then", "else", ...asking],
];
const dropped = ["$defs", "description", "title", "example", "examples", "default", "deprecated"];

/** Copies the schema at a site with all that it refers to, in any file. */
export function schemaCopy(sources: Sources, site: Site, world: World): SchemaCopy {
  const definitions = new Map<string, { name: string; schema?: SchemaCopy }>();
  const root = copy(valueAt(sources, site), site, world, true);
  const $defs = Object.fromEntries([...definitions.values()].map(({ name, schema }) => [name, schema]));
  return typeof root === "boolean" ? root : { ...root, $defs };

  function copy(schema: unknown, at: Site, world: World, whole: boolean): SchemaCopy {
    if (typeof schema !== "object" || schema === null) return schema !== false;
    const given = schema as Json;
    const made: Json = {};
    for (const [keyword, value] of Object.entries(given))
      if (!dropped.includes(keyword) && !keyword.startsWith("x-"))
        made[keyword] = copyKeyword(keyword, value, inside(at, keyword), world);
    const ref = refOf(given);
    if (ref !== undefined) made.$ref = define(target(at, ref), world);
    return world === "closed" ? closed(made, given, whole) : made;
  }

  function copyKeyword(keyword: string, value: unknown, at: Site, outer: World): unknown {
    const schemas = inPlace.includes(keyword) || below.includes(keyword) || asking.includes(keyword);
    if (!schemas || typeof value !== "object" || value === null) return value;
    const world = asking.includes(keyword) ? "open" : outer;
    const whole = below.includes(keyword);
    if (alone.includes(keyword)) return copy(value, at, world, whole);
    if (Array.isArray(value)) return value.map((item, index) => copy(item, inside(at, index), world, whole));
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, inside(at, key), world, whole)]));
  }

  function define(to: Site, world: World): string {
    const key = JSON.stringify([to, world]);
    const known = definitions.get(key);
    if (known !== undefined) return `#/$defs/${known.name}`;
    const entry: { name: string; schema?: SchemaCopy } = { name: `d${definitions.size}` };
    definitions.set(key, entry);
    entry.schema = copy(valueAt(sources, to), to, world, false);
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
