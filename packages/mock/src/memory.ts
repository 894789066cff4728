import type { Prepared } from "./preparation.js";

/** Most answers that are remembered. */
const most = 500;

/** Answers that were prepared and checked already: the same question, the same bytes. */
export class Memory {
  readonly #answers = new Map<string, Prepared>();

  get(question: string): Prepared | undefined {
    return this.#answers.get(question);
  }

  /** Forgets the oldest where there is no more room. */
  set(question: string, prepared: Prepared): void {
    const [oldest] = this.#answers.size < most ? [] : this.#answers.keys();
    if (oldest !== undefined) this.#answers.delete(oldest);
    this.#answers.set(question, prepared);
  }
}
