import type { Direction } from "../../findings/finding.js";
import { isObject } from "../../is-object.js";
import type { SchemaLocation, SchemaRegistry } from "./schema-registry.js";

type Mark = "readOnly" | "writeOnly";

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Finds the properties that `required` does not demand in one direction: read-only ones of a request, write-only ones
 * of a response. Looks at the schema's own properties and at those that allOf and `$ref` add; each schema is looked
 * at once.
 */
export class ReadWriteOnly {
  readonly #registry: SchemaRegistry;
  readonly #names = { readOnly: new Map(), writeOnly: new Map() } as Record<
    Mark,
    Map<unknown, ReadonlySet<string>>
  >;
  readonly #marked = { readOnly: new Map(), writeOnly: new Map() } as Record<Mark, Map<unknown, boolean>>;

  constructor(registry: SchemaRegistry) {
    this.#registry = registry;
  }

  /** Names of these properties, sorted, with those that `outer` exempts already. */
  names(
    location: SchemaLocation,
    schema: Record<string, unknown>,
    outer: { readonly direction: Direction; readonly exempt: readonly string[] },
  ): readonly string[] {
    const mark = outer.direction === "request" ? "readOnly" : "writeOnly";
    const own = this.#namesIn(mark, location, schema);
    if (own.size === 0) return outer.exempt;
    return [...new Set([...outer.exempt, ...own])].sort();
  }

  #namesIn(mark: Mark, location: SchemaLocation, schema: unknown): ReadonlySet<string> {
    if (!isObject(schema)) return NO_NAMES;
    const known = this.#names[mark].get(schema);
    if (known) return known;
    // ends recursion; a schema that adds itself is refused later
    this.#names[mark].set(schema, NO_NAMES);
    const sets = this.#added(location, schema).map(([at, added]) => this.#namesIn(mark, at, added));
    if (isObject(schema.properties)) {
      const own = Object.entries(schema.properties).filter(([, one]) => this.#isMarked(mark, location, one));
      if (own.length > 0) sets.push(new Set(own.map(([name]) => name)));
    }
    const names = union(sets);
    this.#names[mark].set(schema, names);
    return names;
  }

  #isMarked(mark: Mark, location: SchemaLocation, schema: unknown): boolean {
    if (!isObject(schema)) return false;
    if (schema[mark] === true) return true;
    if (schema.allOf === undefined && schema.$ref === undefined) return false;
    const known = this.#marked[mark].get(schema);
    if (known !== undefined) return known;
    this.#marked[mark].set(schema, false);
    const isMarked = this.#added(location, schema).some(([at, added]) => this.#isMarked(mark, at, added));
    this.#marked[mark].set(schema, isMarked);
    return isMarked;
  }

  /** Schemas that allOf and `$ref` add to a schema. */
  #added(location: SchemaLocation, schema: Record<string, unknown>): [SchemaLocation, unknown][] {
    const members = Array.isArray(schema.allOf) ? (schema.allOf as unknown[]) : [];
    const added = members.map((member): [SchemaLocation, unknown] => [location, member]);
    const target = typeof schema.$ref === "string" ? this.#registry.resolve(location, schema.$ref) : null;
    if (target !== null) added.push([target.location, this.#registry.value(target.location)]);
    return added;
  }
}

/** Keeps a set that is alone as it is: a chain of references shares one. */
function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const filled = [...new Set(sets)].filter(({ size }) => size > 0);
  if (filled.length <= 1) return filled[0] ?? NO_NAMES;
  return new Set(filled.flatMap((names) => [...names]));
}
