import type { Exchange } from "@ittybit/contract";

/** One record of any input format: an exchange, or why there is none. */
export type ExchangeRecord = RecordedExchange | BrokenExchange | UnansweredExchange;

/** A recorded exchange. */
export interface RecordedExchange {
  readonly kind: "exchange";
  readonly exchange: Exchange;
  /** Id of the exchange in the recording; null if it has none. */
  readonly id: string | null;
  /** Start time, ISO 8601 as recorded; null if unknown. */
  readonly started: string | null;
  /** The recorder may have dropped credentials, so that their absence proves nothing. */
  readonly mayLackCredentials: boolean;
  /** The recorded body came from a cache, not from the API. It is left out. @default false */
  readonly isCached?: boolean;
  /** Secrets that the recording keeps outside the messages, such as its list of cookies. @default [] */
  readonly secrets?: readonly string[];
}

/** An entry or line that is not an exchange. */
interface BrokenExchange {
  readonly kind: "broken";
  /** Number of the entry or line, from 1. */
  readonly number: number;
  readonly problem: string;
}

/** A request without a response: blocked, cancelled, or still open when the recording was saved. */
interface UnansweredExchange {
  readonly kind: "unanswered";
}

/** An entry or line is not an exchange. The message completes the sentence "entry 3 …". */
export class RecordError extends Error {
  override readonly name = "RecordError";
}
