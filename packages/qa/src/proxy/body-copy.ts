import type { Budget } from "./budget.js";

/** Bodies are kept up to this many bytes. */
export const longestCopy = 4 * 1024 * 1024;

/** The bytes of a body that passes, as far as there is room for them. */
export class BodyCopy {
  readonly #budget: Budget;
  /** null: more than there was room for. */
  #chunks: Uint8Array[] | null = [];
  #size = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(chunk: Uint8Array): void {
    if (this.#chunks === null) return;
    if (this.#size + chunk.length > longestCopy || !this.#budget.take(chunk.length)) {
      this.drop();
      return;
    }
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  get size(): number {
    return this.#size;
  }

  /** null: not kept. */
  get chunks(): readonly Uint8Array[] | null {
    return this.#chunks;
  }

  /** Gives the memory back. */
  drop(): void {
    this.#budget.free(this.#size);
    this.#chunks = null;
    this.#size = 0;
  }
}
