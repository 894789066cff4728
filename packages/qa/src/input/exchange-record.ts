import type { Exchange } from "@ittybit/contract";

/** One recorded exchange, or why it could not be used. Whatever the file it came from looked like. */
export type ExchangeRecord = RecordedExchange | BrokenExchange | UnansweredExchange;

export interface RecordedExchange {
  readonly kind: "exchange";
  readonly exchange: Exchange;
  /** What the recording calls this exchange; null where it gives no name. */
  readonly id: string | null;
  /** When it began, ISO 8601 as recorded; null where the recording does not say. */
  readonly started: string | null;
  /** The recorder may have left credentials out, so that their absence says nothing. */
  readonly mayLackCredentials: boolean;
}

/** An entry or line that is no exchange. */
interface BrokenExchange {
  readonly kind: "broken";
  /** Entry or line in its source, from 1. */
  readonly number: number;
  readonly problem: string;
}

/** A request without an answer: blocked, cancelled, or still open when the recording was saved. */
interface UnansweredExchange {
  readonly kind: "unanswered";
}

/** An entry or line cannot be used. The message says why, in half a sentence. */
export class RecordError extends Error {
  override readonly name = "RecordError";
}
