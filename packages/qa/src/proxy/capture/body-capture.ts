import type { MemoryBudget } from "./memory-budget.js";

/** Longest body that is captured, in bytes. */
export const MAX_CAPTURED_BYTES = 4 * 1024 * 1024;

/** Captures the bytes of a body as they pass, while there is room. */
export class BodyCapture {
  readonly #budget: MemoryBudget;
  /** null: the body did not fit. */
  #chunks: Uint8Array[] | null = [];
  #size = 0;

  constructor(budget: MemoryBudget) {
    this.#budget = budget;
  }

  /** Returns whether the chunk was captured. After one that was not, no other is. */
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

  /** null: the body was not captured. */
  get chunks(): readonly Uint8Array[] | null {
    return this.#chunks;
  }

  /** Discards the captured bytes and releases their memory. */
  discard(): void {
    this.#budget.release(this.#size);
    this.#chunks = null;
    this.#size = 0;
  }
}
