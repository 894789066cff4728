/** The time of a library. Tests move it forward instead of waiting. */
export class Clock {
  /** Milliseconds that it was advanced by. */
  offset = 0;
  /** Called after each change. */
  onChange: () => void = () => undefined;
  readonly #read: () => number;

  /** @param read milliseconds since the epoch */
  constructor(read: () => number) {
    this.#read = read;
  }

  /** Milliseconds since the epoch. */
  readonly now = (): number => this.#read() + this.offset;

  advance(ms: number): void {
    this.offset += ms;
    this.onChange();
  }

  /** Forgets every advance. */
  reset(): void {
    this.offset = 0;
    this.onChange();
  }
}
