import type { Piece } from "../input/raw-record.js";
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
 * Opens what checks: threads for much traffic, this thread for little. Where nobody knows how much will come, the first
 * of it waits until that is known: had this thread begun, its memory would stay beside that of the others.
 *
 * @throws ContractError when the contract cannot be opened
 */
export async function openChecker(settings: CheckSettings, { threads, expected }: Spread): Promise<Checker> {
  if (threads === 1) return InlineChecker.open(settings);
  if (expected >= worthThreads) return new ThreadedChecker(settings, threads);
  // a document that cannot be used is told before a stream begins, not after
  const first = settings.spec === null ? null : await InlineChecker.open(settings);
  return new GrowingChecker(settings, threads, first);
}

/** Checks in this thread what it is asked to report of, until threads are worth their start. */
class GrowingChecker implements Checker {
  readonly #settings: CheckSettings;
  readonly #threads: number;
  #waiting: PiecesOf[] = [];
  #size = 0;
  #first: Checker | null;
  #others: Checker | null = null;

  constructor(settings: CheckSettings, threads: number, first: Checker | null) {
    this.#settings = settings;
    this.#threads = threads;
    this.#first = first;
  }

  async check(of: PiecesOf): Promise<void> {
    for (const piece of of.pieces) this.#size += sizeOf(piece);
    if (this.#size >= worthThreads) this.#others ??= new ThreadedChecker(this.#settings, this.#threads);
    const checker = this.#others ?? this.#first;
    if (checker === null) this.#waiting.push({ ...of, pieces: of.pieces.map(copied) });
    else {
      await this.#release(checker);
      await checker.check(of);
    }
  }

  report(): Promise<Report> {
    return this.#join((checker) => checker.report());
  }

  take(): Promise<Report> {
    return this.#join((checker) => checker.take());
  }

  get troubles(): readonly string[] {
    return this.#others?.troubles ?? [];
  }

  async close(): Promise<void> {
    await this.#others?.close();
  }

  /** Whoever wants a report does not wait for more traffic. */
  async #join(ask: (checker: Checker) => Promise<Report>): Promise<Report> {
    if (this.#others === null) this.#first ??= await InlineChecker.open(this.#settings);
    const checkers = [this.#first, this.#others].flatMap((checker) => checker ?? []);
    await this.#release(checkers[0] as Checker);
    return merge(await Promise.all(checkers.map(ask)));
  }

  async #release(checker: Checker): Promise<void> {
    for (const of of this.#waiting.splice(0)) await checker.check(of);
  }
}

/** The memory of a piece is used again once it was handed over. */
function copied(piece: Piece): Piece {
  return piece.kind === "bytes" ? { ...piece, bytes: new Uint8Array(piece.bytes) } : piece;
}
