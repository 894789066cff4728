import type { RawRecord } from "../input/raw-record.js";
import { BlockPool, SharedBlock } from "../input/shared-block.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { WorkerError } from "../worker-link.js";
import { BATCH_BYTES, BatchWriter, sizeOf } from "./batch.js";
import { CheckThread, startCheckWorker } from "./check-thread.js";
import type { Checker, CheckSettings, SourceRecords } from "./checker.js";

/** Batches queued per thread, so that it never waits for the next one. */
const MAX_QUEUED_BATCHES = 2;

interface ThreadSlot {
  readonly thread: CheckThread;
  /** Records sent to the thread. */
  sent: number;
  /** Of these, records whose results are in a report that was taken. */
  reported: number;
}

/** Checks in several threads. Each builds its own report; together they merge into the report of the whole. */
export class ThreadedChecker implements Checker {
  readonly #slots: readonly ThreadSlot[];
  /** For records that are not in shared memory yet. */
  readonly #blocks = new BlockPool(BATCH_BYTES);
  #writer: BatchWriter | null = null;
  #wake = () => {};
  /** Lost records that a report has counted already. */
  #lostBefore = 0;

  /** @param count number of threads, at least 1 */
  constructor(settings: CheckSettings, count: number, start = startCheckWorker) {
    this.#slots = Array.from({ length: count }, () => {
      return { thread: new CheckThread(settings, start), sent: 0, reported: 0 };
    });
  }

  /** @throws WorkerError when no thread is left */
  async check({ records, ...of }: SourceRecords): Promise<void> {
    for (const record of records) {
      if (!this.#writer?.belongsTo(of) || !this.#writer.hasRoomFor(record)) {
        await this.#send();
        this.#writer = new BatchWriter(of, this.#blockFor(record));
      }
      this.#writer.add(record);
    }
  }

  /** Counts records lost with a thread as skipped. @throws WorkerError when no thread is left */
  async report(): Promise<Report> {
    return this.#joined(await this.#ask((thread) => thread.report()));
  }

  /** Like `report`, and resets it. @throws WorkerError when no thread is left */
  async takeReport(): Promise<Report> {
    const reports = await this.#ask((thread) => thread.takeReport());
    for (const [index, slot] of this.#slots.entries()) if (reports[index]) slot.reported = slot.sent;
    const report = this.#joined(reports);
    this.#lostBefore = this.#lost();
    return report;
  }

  get problems(): string[] {
    const failures = this.#failed().map(({ thread, sent, reported }) => {
      return `A thread ended early, and with it the results of ${sent - reported} exchanges: ${thread.failure?.message}.`;
    });
    const opened = this.#slots.find(({ thread }) => thread.documentFaults.length > 0);
    return [...(opened?.thread.documentFaults ?? []), ...failures];
  }

  abandon(): void {
    for (const { thread } of this.#slots) if (thread.load > 0) thread.abandon();
    this.#wake();
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map(({ thread }) => thread.close()));
  }

  /** Asks each thread for its report; null for threads that ended early. */
  async #ask(ask: (thread: CheckThread) => Promise<Report>): Promise<(Report | null)[]> {
    await this.#send();
    const reports = await Promise.all(this.#slots.map(({ thread }) => ask(thread).catch(() => null)));
    this.#requireThreads();
    return reports;
  }

  #joined(reports: readonly (Report | null)[]): Report {
    const skipped = this.#lost() - this.#lostBefore;
    const [only] = reports;
    if (reports.length === 1 && only && skipped === 0) return only;
    return merge(
      reports.flatMap((report) => report ?? []),
      { skipped },
    );
  }

  /** Number of records whose results were lost with their threads. */
  #lost(): number {
    return this.#failed().reduce((sum, { sent, reported }) => sum + sent - reported, 0);
  }

  /** Sends the current batch to the thread with the lowest load. */
  async #send(): Promise<void> {
    const writer = this.#writer;
    this.#writer = null;
    if (writer === null || writer.count === 0) return;
    const slot = await this.#freeSlot();
    slot.sent += writer.count;
    const isDone = slot.thread.check(writer.batch());
    // the failure of a thread is read from `thread.failure`
    const release = isDone.then(() => writer.block.release());
    void release.catch(() => {}).then(() => this.#wake());
  }

  async #freeSlot(): Promise<ThreadSlot> {
    for (;;) {
      const [least] = this.#requireThreads().sort(byLoad);
      if (least && least.thread.load < MAX_QUEUED_BATCHES) return least;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #requireThreads(): ThreadSlot[] {
    const failed = this.#failed();
    const refusal = failed.find(({ thread }) => !(thread.failure instanceof WorkerError));
    if (refusal) throw refusal.thread.failure;
    if (failed.length < this.#slots.length) return this.#slots.filter(({ thread }) => !thread.failure);
    throw new WorkerError(`No thread is left to check with: ${failed[0]?.thread.failure?.message}.`);
  }

  #failed(): ThreadSlot[] {
    return this.#slots.filter(({ thread }) => thread.failure !== null);
  }

  /** The block that holds the record already; else one to copy it to. */
  #blockFor(record: RawRecord): SharedBlock {
    const size = sizeOf(record);
    const holder = record.kind === "bytes" ? SharedBlock.of(record.bytes) : undefined;
    if (holder === undefined && size <= BATCH_BYTES) return this.#blocks.take();
    return (holder ?? new SharedBlock(size)).retain();
  }
}

function byLoad(a: ThreadSlot, b: ThreadSlot): number {
  return a.thread.load - b.thread.load || a.sent - b.sent;
}
