import type { RawRecord } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { sizeOf } from "./batch.js";
import type { Checker, CheckSettings, SourceRecords } from "./checker.js";
import { ThreadedChecker } from "./threaded-checker.js";

/** Bytes of traffic from which threads pay off. */
const MIN_BYTES_FOR_THREADS = 8 * 1024 * 1024;

/** How many threads to use, and for how much traffic. */
export interface ThreadOptions {
  readonly threads: number;
  /** Expected bytes of traffic; 0 if unknown. */
  readonly expected: number;
}

/**
 * Opens a checker: threads for much traffic, this thread for little. If the amount is unknown, the first records wait
 * until it is known; had this thread started to check, its memory would stay allocated beside that of the threads.
 *
 * @throws ContractError when the contract cannot be opened
 */
export async function openChecker(
  settings: CheckSettings,
  { threads, expected }: ThreadOptions,
): Promise<Checker> {
  // one thread too: while this one checks, it hears no signal
  if (expected >= MIN_BYTES_FOR_THREADS) return new ThreadedChecker(settings, threads);
  if (threads === 1 && expected > 0) return openInline(settings);
  // report an unusable document or host before the stream begins, not after
  const canFail = settings.spec !== null || Object.keys(settings.options.hosts ?? {}).length > 0;
  const first = canFail ? await openInline(settings) : null;
  return new ScalingChecker(settings, threads, first);
}

/** Holds records back and checks in this thread on demand, until threads pay off. */
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
    return (this.#others ?? this.#first)?.problems ?? [];
  }

  abandon(): void {
    this.#others?.abandon();
  }

  async close(): Promise<void> {
    await this.#others?.close();
  }

  /** A report does not wait for more traffic. */
  async #join(ask: (checker: Checker) => Promise<Report>): Promise<Report> {
    if (this.#others === null) this.#first ??= await openInline(this.#settings);
    const checkers = [this.#first, this.#others].flatMap((checker) => checker ?? []);
    await this.#release(checkers[0] as Checker);
    const reports = await Promise.all(checkers.map(ask));
    const [only] = reports;
    return reports.length === 1 && only ? only : merge(reports);
  }

  async #release(checker: Checker): Promise<void> {
    for (const of of this.#waiting.splice(0)) await checker.check(of);
  }
}

/** Loads what checks in this thread on demand: where threads check, this one needs none of it. */
async function openInline(settings: CheckSettings): Promise<Checker> {
  const { InlineChecker } = await import("./inline-checker.js");
  return InlineChecker.open(settings);
}

/** Copies a record, because its memory is reused by the reader. */
function copied(record: RawRecord): RawRecord {
  return record.kind === "bytes" ? { ...record, bytes: new Uint8Array(record.bytes) } : record;
}
