import type { RawHeaders } from "../raw-headers.js";

/** Sees what passes through, as it passes. Keeps nobody waiting and never throws. */
export interface Tap {
  requestChunk(chunk: Uint8Array): void;
  /** The final answer begins; informational ones (1xx) are not told. */
  response(status: number, headers: RawHeaders): void;
  responseChunk(chunk: Uint8Array): void;
  /** Told once, last. */
  end(outcome: Outcome): void;
}

export type Outcome =
  /** The answer passed to its end; `isSent`: the request did too. */
  | { readonly kind: "answered"; readonly isSent: boolean }
  /** No answer, or not all of it: the caller left, or the upstream did. */
  | { readonly kind: "broken" };
