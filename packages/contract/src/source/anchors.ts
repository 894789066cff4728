import { leaveToParser } from "./yaml-scalar.js";

/** More values that aliases repeat are left to the parser, which counts whether they are too many. */
const MAX_ALIASED_VALUES = 100_000;

/** The anchors of a YAML text, and how much their aliases repeat. */
export class Anchors {
  readonly #targets = new Map<string, { readonly value: unknown; readonly size: number }>();
  /** Number of values that were read, with those that aliases repeat, or more. */
  #size = 0;
  #aliased = 0;

  /** Counts values that were read. */
  count(values: number): void {
    this.#size += values;
  }

  /** Reads the value of an anchor. What contains its own alias is left to the parser. */
  read(anchor: string, readValue: () => unknown): unknown {
    const before = this.#size;
    this.#targets.delete(anchor);
    const value = readValue();
    this.#targets.set(anchor, { value, size: this.#size - before });
    return value;
  }

  /** The value that an alias repeats. */
  resolve(anchor: string): unknown {
    const target = this.#targets.get(anchor) ?? leaveToParser();
    this.#size += target.size;
    this.#aliased += target.size;
    return this.#aliased > MAX_ALIASED_VALUES ? leaveToParser() : target.value;
  }
}
