import type { ExchangeRequest, RequestReport } from "@ittybit/contract";
import type { RecordOutcome } from "../checker/check-record.js";
import type { ReportFinding } from "../report/report.js";
import type { ExchangeObserver } from "./intercept-fetch.js";
import type { LiveChecker, LiveExchange } from "./live-checker.js";

/**
 * Number of exchanges by outcome.
 *
 * @example
 * ```ts
 * import { type ContractCounts, contractHooks } from "@ittybit/qa/client";
 *
 * const counts: ContractCounts = contractHooks().counts();
 * console.log(counts.checked, counts.unchecked);
 * ```
 */
export interface ContractCounts {
  readonly checked: number;
  /** Of those checked: part of the exchange could not be checked, such as a body that never ends. */
  readonly unchecked: number;
  /** Requests to hosts outside the contract. */
  readonly elsewhere: number;
  readonly unanswered: number;
}

/** Checks exchanges and counts their outcomes. */
export class CountingChecker implements ExchangeObserver {
  readonly #checker: LiveChecker;
  readonly #counts = { checked: 0, unchecked: 0, elsewhere: 0, unanswered: 0 };

  constructor(checker: LiveChecker) {
    this.#checker = checker;
  }

  isInScope(request: Pick<ExchangeRequest, "method" | "url">): boolean {
    return this.#checker.isInScope(request);
  }

  checkRequest(request: ExchangeRequest): Promise<RequestReport> {
    return this.#checker.checkRequest(request);
  }

  async add(exchange: LiveExchange): Promise<readonly ReportFinding[]> {
    const outcome = await this.#checker.check(exchange);
    this.#count(outcome);
    return this.#checker.failures(outcome);
  }

  addUnanswered(): void {
    this.#counts.unanswered += 1;
  }

  counts(): ContractCounts {
    return { ...this.#counts };
  }

  #count(outcome: RecordOutcome): void {
    if (outcome.kind === "elsewhere") this.#counts.elsewhere += 1;
    if (outcome.kind !== "checked") return;
    this.#counts.checked += 1;
    if (outcome.findings.some(({ category }) => category === "unchecked")) this.#counts.unchecked += 1;
  }
}
