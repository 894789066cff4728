import type { Header } from "../http/message.js";

/** A response as bytes, and how it breaks the contract: not at all, unless the document contradicts itself. */
export interface RenderedResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** One sentence each. */
  readonly violations: readonly string[];
  /** Whether no value at all can keep the schema. @default false */
  readonly isImpossible?: boolean;
  /** What the history says about it. */
  readonly note?: string;
}
