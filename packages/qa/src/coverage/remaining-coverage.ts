import type { Hits } from "./coverage-map.js";
import type { MatchesSchema, SchemaCoverage } from "./schema-coverage.js";

/**
 * What one host has not covered yet of a schema. It shrinks with each value, so that traffic without anything new costs
 * little.
 */
export class RemainingCoverage {
  #isNull: Hits | null;
  #isPresent: Hits | null;
  #isEmpty: Hits | null;
  #isFilled: Hits | null;
  readonly #values: Map<unknown, Hits>;
  #branches: SchemaCoverage["branches"];
  #properties: readonly RemainingProperty[];
  #items: RemainingValue | null;
  readonly #made: Map<SchemaCoverage, RemainingCoverage>;

  /** @param made what was made for the same host and body: recursive schemas lead back to it */
  constructor(cover: SchemaCoverage, made = new Map<SchemaCoverage, RemainingCoverage>()) {
    made.set(cover, this);
    this.#made = made;
    this.#isNull = cover.isNull;
    this.#isPresent = cover.isPresent;
    this.#isEmpty = cover.isEmpty;
    this.#isFilled = cover.isFilled;
    this.#values = new Map(cover.values);
    this.#branches = cover.branches;
    this.#properties = [...cover.properties].map(([name, { here, value: coverage }]) => {
      return { name, isInherited: name in Object.prototype, here, coverage, remaining: null };
    });
    this.#items = cover.items && { coverage: cover.items, remaining: null };
  }

  /** Whether nothing is left to cover. Never for a recursive schema: its values may always contain more. */
  get isDone(): boolean {
    const hasOwn = this.#isNull ?? this.#isPresent ?? this.#isEmpty ?? this.#isFilled;
    const below = this.#items ?? this.#properties[0] ?? this.#branches[0];
    return hasOwn === null && below === undefined && this.#values.size === 0;
  }

  /** Marks what a value covers. */
  mark(value: unknown, host: string, matchesSchema: MatchesSchema): void {
    if (value === null) this.#isNull = mark(this.#isNull, host);
    else this.#isPresent = mark(this.#isPresent, host);
    if (this.#values.size > 0) this.#markKnown(value, host);
    if (this.#branches.length > 0) this.#markBranches(value, host, matchesSchema);
    if (Array.isArray(value)) this.#markItems(value, host, matchesSchema);
    else if (typeof value === "object" && value !== null && this.#properties.length > 0)
      this.#markProperties(value as Readonly<Record<string, unknown>>, host, matchesSchema);
  }

  #markKnown(value: unknown, host: string): void {
    const hits = this.#values.get(value);
    if (hits === undefined) return;
    hits.add(host);
    this.#values.delete(value);
  }

  #markBranches(value: unknown, host: string, matchesSchema: MatchesSchema): void {
    this.#branches = this.#branches.filter(({ key, hits }) => {
      if (!matchesSchema?.(key, value)) return true;
      hits.add(host);
      return false;
    });
  }

  #markItems(items: readonly unknown[], host: string, matchesSchema: MatchesSchema): void {
    if (items.length === 0) this.#isEmpty = mark(this.#isEmpty, host);
    else this.#isFilled = mark(this.#isFilled, host);
    for (let index = 0; index < items.length && this.#items !== null; index++) {
      const remaining = this.#open(this.#items);
      remaining.mark(items[index], host, matchesSchema);
      if (remaining.isDone) this.#items = null;
    }
  }

  #markProperties(
    object: Readonly<Record<string, unknown>>,
    host: string,
    matchesSchema: MatchesSchema,
  ): void {
    let hasDone = false;
    for (const property of this.#properties) {
      const value = object[property.name];
      // JSON has no undefined, and few names are those of inherited members
      if (value === undefined || (property.isInherited && !Object.hasOwn(object, property.name))) continue;
      property.here = mark(property.here, host);
      const remaining = this.#open(property);
      remaining.mark(value, host, matchesSchema);
      hasDone ||= remaining.isDone;
    }
    if (hasDone)
      this.#properties = this.#properties.filter(({ here, remaining }) => here || !remaining?.isDone);
  }

  #open(value: RemainingValue): RemainingCoverage {
    value.remaining ??= this.#made.get(value.coverage) ?? new RemainingCoverage(value.coverage, this.#made);
    return value.remaining;
  }
}

interface RemainingValue {
  readonly coverage: SchemaCoverage;
  /** Made when the first value comes. */
  remaining: RemainingCoverage | null;
}

interface RemainingProperty extends RemainingValue {
  readonly name: string;
  /** Every object has a member of this name. */
  readonly isInherited: boolean;
  here: Hits | null;
}

/** Adds the host. Returns what remains: null. */
function mark(hits: Hits | null, host: string): null {
  hits?.add(host);
  return null;
}
