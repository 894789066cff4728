import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { sizeOf } from "./batch.js";
import type { Checker, CheckSettings, PiecesOf } from "./checker.js";
import { InlineChecker } from "./inline-checker.js";
import { ThreadedChecker } from "./threaded-checker.js";

/** Traffic from which threads are worth their start, in bytes. */
const worthThreads = 8 * 1024 * 1024;

/** How many threads may be used, and for how much. */
export interface Spread {
  readonly threads: number;
  /** Bytes of traffic that are known to come; 0 where nothing is known. */
  readonly expected: number;
}

/**
 * Opens what checks: threads for much traffic, this thread for little; where nobody knows how much will come, this
 * one first.
 *
 * @throws ContractError when the contract cannot be opened
 */
export async function openChecker(settings: CheckSettings, { threads, expected }: Spread): Promise<Checker> {
  if (threads > 1 && expected >= worthThreads) return new ThreadedChecker(settings, threads);
  const inline = await InlineChecker.open(settings);
  return threads > 1 ? new GrowingChecker(inline, () => new ThreadedChecker(settings, threads)) : inline;
}

/** Checks in this thread, until it is worth to start others. */
class GrowingChecker implements Checker {
  readonly #first: InlineChecker;
  readonly #start: () => ThreadedChecker;
  #others: ThreadedChecker | null = null;
  #seen = 0;

  constructor(first: InlineChecker, start: () => ThreadedChecker) {
    this.#first = first;
    this.#start = start;
  }

  async check(of: PiecesOf): Promise<void> {
    for (const piece of of.pieces) this.#seen += sizeOf(piece);
    if (this.#seen >= worthThreads) this.#others ??= this.#start();
    await (this.#others ?? this.#first).check(of);
  }

  async report(): Promise<Report> {
    const first = await this.#first.report();
    return this.#others === null ? first : merge([first, await this.#others.report()]);
  }

  async take(): Promise<Report> {
    const first = await this.#first.take();
    return this.#others === null ? first : merge([first, await this.#others.take()]);
  }

  get troubles(): readonly string[] {
    return this.#others?.troubles ?? [];
  }

  async close(): Promise<void> {
    await this.#others?.close();
  }
}
