import type { RawHeaders } from "../raw-headers.js";

/** Observes an exchange as it passes. Must not block and must not throw. */
export interface Tap {
  requestChunk(chunk: Uint8Array): void;
  /** The final response begins; informational responses (1xx) are not observed. */
  response(status: number, headers: RawHeaders): void;
  responseChunk(chunk: Uint8Array): void;
  /** Called once, last. */
  end(outcome: Outcome): void;
}

export type Outcome =
  /** The response passed to its end. */
  | { readonly kind: "complete"; readonly isRequestComplete: boolean }
  /** There is no response, or only part of one: the caller or the upstream went away. */
  | { readonly kind: "aborted" };
