import type { Seen } from "./coverage-map.js";
import type { Fits, SchemaCover } from "./schema-coverage.js";

/**
 * What one host has not shown yet of a schema. It shrinks as values come, so that traffic which shows nothing new is
 * hardly looked at.
 */
export class OpenCover {
  #here: Seen | null;
  #isNull: Seen | null;
  #isPresent: Seen | null;
  #isEmpty: Seen | null;
  #isFilled: Seen | null;
  readonly #values: Map<unknown, Seen>;
  #branches: SchemaCover["branches"];
  #properties: readonly OpenProperty[];
  #items: OpenCover | null;

  constructor(cover: SchemaCover) {
    this.#here = cover.here;
    this.#isNull = cover.isNull;
    this.#isPresent = cover.isPresent;
    this.#isEmpty = cover.isEmpty;
    this.#isFilled = cover.isFilled;
    this.#values = new Map(cover.values);
    this.#branches = cover.branches;
    this.#properties = [...cover.properties].map(([name, below]) => ({ name, cover: new OpenCover(below) }));
    this.#items = cover.items && new OpenCover(cover.items);
  }

  /** There is nothing left to show. */
  get isDone(): boolean {
    const hasOwn = this.#here ?? this.#isNull ?? this.#isPresent ?? this.#isEmpty ?? this.#isFilled;
    const below = this.#items ?? this.#properties[0] ?? this.#branches[0];
    return hasOwn === null && below === undefined && this.#values.size === 0;
  }

  /** Marks what a value shows. */
  mark(value: unknown, host: string, fits: Fits): void {
    this.#here = marked(this.#here, host);
    if (value === null) this.#isNull = marked(this.#isNull, host);
    else this.#isPresent = marked(this.#isPresent, host);
    if (this.#values.size > 0) this.#markKnown(value, host);
    if (this.#branches.length > 0) this.#markBranches(value, host, fits);
    if (Array.isArray(value)) this.#markItems(value, host, fits);
    else if (typeof value === "object" && value !== null && this.#properties.length > 0)
      this.#markProperties(value as Readonly<Record<string, unknown>>, host, fits);
  }

  #markKnown(value: unknown, host: string): void {
    const seen = this.#values.get(value);
    if (seen === undefined) return;
    seen.add(host);
    this.#values.delete(value);
  }

  #markBranches(value: unknown, host: string, fits: Fits): void {
    this.#branches = this.#branches.filter(({ key, seen }) => {
      if (!fits?.(key, value)) return true;
      seen.add(host);
      return false;
    });
  }

  #markItems(items: readonly unknown[], host: string, fits: Fits): void {
    if (items.length === 0) this.#isEmpty = marked(this.#isEmpty, host);
    else this.#isFilled = marked(this.#isFilled, host);
    for (let index = 0; index < items.length && this.#items !== null; index++) {
      this.#items.mark(items[index], host, fits);
      if (this.#items.isDone) this.#items = null;
    }
  }

  #markProperties(object: Readonly<Record<string, unknown>>, host: string, fits: Fits): void {
    let hasDone = false;
    for (const { name, cover } of this.#properties) {
      if (!Object.hasOwn(object, name)) continue;
      cover.mark(object[name], host, fits);
      hasDone ||= cover.isDone;
    }
    if (hasDone) this.#properties = this.#properties.filter(({ cover }) => !cover.isDone);
  }
}

interface OpenProperty {
  readonly name: string;
  readonly cover: OpenCover;
}

/** Adds the host, and gives what is left to see: nothing. */
function marked(seen: Seen | null, host: string): null {
  seen?.add(host);
  return null;
}
