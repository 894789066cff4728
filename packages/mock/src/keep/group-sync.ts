/** Lets many writers share one sync: a sync covers everything that was written before it began. */
export class GroupSync {
  readonly #sync: () => Promise<void>;
  #written = 0;
  #synced = 0;
  #running: Promise<void> | null = null;

  /** @param sync makes everything durable that was written so far */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /** Call after each write. */
  written(): void {
    this.#written++;
  }

  /** Resolves once everything that is written by now is durable. */
  async flush(): Promise<void> {
    const target = this.#written;
    while (this.#synced < target) {
      this.#running ??= this.#run();
      await this.#running;
    }
  }

  async #run(): Promise<void> {
    const covered = this.#written;
    try {
      await this.#sync();
      this.#synced = covered;
    } finally {
      this.#running = null;
    }
  }
}
