import type { MemoryBudget } from "./memory-budget.js";

/** Bodies are kept up to this many bytes. */
export const MAX_CAPTURED_BYTES = 4 * 1024 * 1024;

/** The bytes of a body that passes, as far as there is room for them. */
export class BodyCapture {
  readonly #budget: MemoryBudget;
  /** null: more than there was room for. */
  #chunks: Uint8Array[] | null = [];
  #size = 0;

  constructor(budget: MemoryBudget) {
    this.#budget = budget;
  }

  /** Whether it was kept. Nothing of a body is, once a piece was not. */
  add(chunk: Uint8Array): boolean {
    if (this.#chunks === null) return false;
    if (this.#size + chunk.length > MAX_CAPTURED_BYTES || !this.#budget.reserve(chunk.length)) return false;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    return true;
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
    this.#budget.release(this.#size);
    this.#chunks = null;
    this.#size = 0;
  }
}
