import type { RawHeaders } from "./end-to-end.js";

/** Sees what passes through, as it passes. Keeps nobody waiting and never throws. */
export interface Witness {
  requestChunk(chunk: Uint8Array): void;
  /** The final answer begins; informational ones (1xx) are not told. */
  answer(status: number, headers: RawHeaders): void;
  answerChunk(chunk: Uint8Array): void;
  /** Told once, last. */
  end(outcome: Outcome): void;
}

export type Outcome =
  /** The answer passed to its end; `isSent`: the request did too. */
  | { readonly kind: "answered"; readonly isSent: boolean }
  /** No answer, or not all of it: the caller left, or the upstream did. */
  | { readonly kind: "broken" };
