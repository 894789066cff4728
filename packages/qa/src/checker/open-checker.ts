import type { RawRecord } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { sizeOf } from "./batch.js";
import type { Checker, CheckSettings, SourceRecords } from "./checker.js";
import { InlineChecker } from "./inline-checker.js";
import { ThreadedChecker } from "./threaded-checker.js";

/** Traffic from which threads are worth their start, in bytes. */
const MIN_BYTES_FOR_THREADS = 8 * 1024 * 1024;

/** How many threads may be used, and for how much. */
export interface ThreadOptions {
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
export async function openChecker(
  settings: CheckSettings,
  { threads, expected }: ThreadOptions,
): Promise<Checker> {
  if (threads === 1) return InlineChecker.open(settings);
  if (expected >= MIN_BYTES_FOR_THREADS) return new ThreadedChecker(settings, threads);
  // a document that cannot be used is told before a stream begins, not after
  const first = settings.spec === null ? null : await InlineChecker.open(settings);
  return new ScalingChecker(settings, threads, first);
}

/** Checks in this thread what it is asked to report of, until threads are worth their start. */
class ScalingChecker implements Checker {
  readonly #settings: CheckSettings;
  readonly #threads: number;
  #waiting: SourceRecords[] = [];
  #size = 0;
  #first: Checker | null;
  #others: Checker | null = null;

  constructor(settings: CheckSettings, threads: number, first: Checker | null) {
    this.#settings = settings;
    this.#threads = threads;
    this.#first = first;
  }

  async check(of: SourceRecords): Promise<void> {
    for (const record of of.records) this.#size += sizeOf(record);
    if (this.#size >= MIN_BYTES_FOR_THREADS)
      this.#others ??= new ThreadedChecker(this.#settings, this.#threads);
    const checker = this.#others ?? this.#first;
    if (checker === null) this.#waiting.push({ ...of, records: of.records.map(copied) });
    else {
      await this.#release(checker);
      await checker.check(of);
    }
  }

  report(): Promise<Report> {
    return this.#join((checker) => checker.report());
  }

  takeReport(): Promise<Report> {
    return this.#join((checker) => checker.takeReport());
  }

  get problems(): readonly string[] {
    return this.#others?.problems ?? [];
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

/** The memory of a record is used again once it was handed over. */
function copied(record: RawRecord): RawRecord {
  return record.kind === "bytes" ? { ...record, bytes: new Uint8Array(record.bytes) } : record;
}
