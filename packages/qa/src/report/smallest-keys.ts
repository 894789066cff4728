/**
 * A map that keeps only its smallest keys. They do not depend on the order of updates, and a kept value has seen every
 * update to its key, so that maps of parts merge into the map of the whole.
 */
export class SmallestKeys<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();
  /** Largest key of a full map; null if unknown. */
  #largest: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  update(key: string, change: (known: Value | undefined) => Value): void {
    const known = this.#values.get(key);
    if (known === undefined && !this.#hasRoomFor(key)) return;
    this.#values.set(key, change(known));
  }

  /** Entries in key order. */
  entries(): [string, Value][] {
    return [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  values(): Value[] {
    return this.entries().map(([, value]) => value);
  }

  #hasRoomFor(key: string): boolean {
    if (this.#values.size < this.#limit) return true;
    this.#largest ??= this.#findLargest();
    if (key > this.#largest) return false;
    this.#values.delete(this.#largest);
    this.#largest = null;
    return true;
  }

  #findLargest(): string {
    let largest = "";
    for (const key of this.#values.keys()) if (key > largest) largest = key;
    return largest;
  }
}
