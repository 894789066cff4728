import type { MockResponse } from "../http/message.js";

/** A response, and what the history says about it. */
export interface Outcome {
  readonly response: MockResponse;
  readonly operationId: string | null;
  /** What was wrong with the request, or with the response: one sentence each. */
  readonly findings: readonly string[];
  /** Milliseconds to wait before the response, as the caller asked. */
  readonly delay: number;
}

export function createOutcome(
  response: MockResponse,
  operationId: string | null,
  findings: readonly string[] = [],
  delay = 0,
): Outcome {
  return { response, operationId, findings, delay };
}
