/** A body that can be read while it still arrives. */
export class BodyQueue implements AsyncIterable<Uint8Array> {
  readonly #onRead: (bytes: number) => void;
  readonly #chunks: Uint8Array[] = [];
  #state: "open" | "ended" | "failed" = "open";
  #hasNoReader = false;
  #wake = () => {};

  /** @param onRead called with the size of each chunk once it is read, or never will be */
  constructor(onRead: (bytes: number) => void) {
    this.#onRead = onRead;
  }

  add(chunk: Uint8Array): void {
    if (this.#hasNoReader) this.#onRead(chunk.length);
    else this.#chunks.push(chunk);
    this.#wake();
  }

  end(): void {
    if (this.#state === "open") this.#state = "ended";
    this.#wake();
  }

  /** The rest of the body is missing: the reader gets an error after the chunks that arrived. */
  fail(): void {
    if (this.#state === "open") this.#state = "failed";
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      while (this.#chunks.length > 0 || this.#state === "open") {
        const chunk = this.#chunks.shift();
        if (chunk === undefined) await this.#nextChange();
        else yield* this.#release(chunk);
      }
      if (this.#state === "failed") throw new Error("the body broke off");
    } finally {
      this.#stopReading();
    }
  }

  *#release(chunk: Uint8Array): Generator<Uint8Array> {
    yield chunk;
    this.#onRead(chunk.length);
  }

  #stopReading(): void {
    this.#hasNoReader = true;
    for (const chunk of this.#chunks.splice(0)) this.#onRead(chunk.length);
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
