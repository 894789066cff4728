/** The time of a library. Tests move it forward instead of waiting. */
export class Clock {
  readonly #read: () => number;
  #offset = 0;

  /** @param read milliseconds since the epoch */
  constructor(read: () => number) {
    this.#read = read;
  }

  /** Milliseconds since the epoch. */
  readonly now = (): number => this.#read() + this.#offset;

  advance(ms: number): void {
    this.#offset += ms;
  }

  /** Forgets every advance. */
  reset(): void {
    this.#offset = 0;
  }
}
