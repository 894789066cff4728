import type { RenderedResponse } from "./rendered-response.js";

const MAX_ENTRIES = 500;

/** Responses that were rendered and validated already, so that the same request costs a look-up. */
export class ResponseCache {
  readonly #entries = new Map<string, RenderedResponse>();

  get(key: string): RenderedResponse | undefined {
    return this.#entries.get(key);
  }

  /** Evicts the oldest entry when the cache is full. */
  set(key: string, rendered: RenderedResponse): void {
    const [oldest] = this.#entries.size < MAX_ENTRIES ? [] : this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(key, rendered);
  }
}
