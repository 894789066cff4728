/** A body that is read while it still comes. */
export class BodyQueue implements AsyncIterable<Uint8Array> {
  readonly #onRead: (bytes: number) => void;
  readonly #pieces: Uint8Array[] = [];
  #state: "open" | "ended" | "failed" = "open";
  #isAbandoned = false;
  #wake = () => {};

  /** @param onRead told the size of each piece once it is read, or never will be */
  constructor(onRead: (bytes: number) => void) {
    this.#onRead = onRead;
  }

  add(piece: Uint8Array): void {
    if (this.#isAbandoned) this.#onRead(piece.length);
    else this.#pieces.push(piece);
    this.#wake();
  }

  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#wake();
  }

  /** The body broke off: whoever reads it learns so after what came. */
  fail(): void {
    if (this.#state === "open") this.#state = "failed";
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      while (this.#pieces.length > 0 || this.#state === "open") {
        const piece = this.#pieces.shift();
        if (piece === undefined) await this.#more();
        else yield* this.#handOut(piece);
      }
      if (this.#state === "failed") throw new Error("the body broke off");
    } finally {
      this.#abandon();
    }
  }

  *#handOut(piece: Uint8Array): Generator<Uint8Array> {
    yield piece;
    this.#onRead(piece.length);
  }

  /** Nobody reads on. */
  #abandon(): void {
    this.#isAbandoned = true;
    for (const piece of this.#pieces.splice(0)) this.#onRead(piece.length);
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
