import type { RawRecord } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { BATCH_BYTES, BatchWriter, sizeOf } from "./batch.js";
import { CheckThread, ThreadError } from "./check-thread.js";
import type { Checker, CheckSettings, SourceRecords } from "./checker.js";
import { startCheckWorker } from "./start-check-thread.js";

/** Batches that a thread has at hand, so that it never waits for the next one. */
const MAX_QUEUED_BATCHES = 2;

interface ThreadSlot {
  readonly thread: CheckThread;
  /** Pieces that the thread was sent. */
  sent: number;
  /** Of these, records whose results were reported. */
  reported: number;
}

/** Checks in several threads. Each keeps its own builder, and their reports merge to that of the whole. */
export class ThreadedChecker implements Checker {
  readonly #shares: readonly ThreadSlot[];
  /** Memory of batches that are done. */
  readonly #memory: ArrayBuffer[] = [];
  #writer: BatchWriter | null = null;
  #wake = () => {};
  /** Of the records that are lost, those that a report has told of. */
  #lostBefore = 0;

  /** @param count threads to start, at least 1 */
  constructor(settings: CheckSettings, count: number, start = startCheckWorker) {
    this.#shares = Array.from({ length: count }, () => {
      return { thread: new CheckThread(settings, start), sent: 0, reported: 0 };
    });
  }

  /** @throws ThreadError when no thread is left */
  async check({ records, ...of }: SourceRecords): Promise<void> {
    for (const record of records) {
      if (!this.#writer?.belongsTo(of) || !this.#writer.hasRoomFor(record)) {
        await this.#send();
        this.#writer = new BatchWriter(of, this.#takeMemory(record));
      }
      this.#writer.add(record);
    }
  }

  /** What threads that ended early were sent counts as skipped. @throws ThreadError when no thread is left */
  async report(): Promise<Report> {
    return this.#joined(await this.#ask((thread) => thread.report()));
  }

  /** The same. @throws ThreadError when no thread is left */
  async takeReport(): Promise<Report> {
    const reports = await this.#ask((thread) => thread.takeReport());
    for (const [index, share] of this.#shares.entries()) if (reports[index]) share.reported = share.sent;
    const report = this.#joined(reports);
    this.#lostBefore = this.#lost();
    return report;
  }

  get problems(): string[] {
    return this.#failed().map(({ thread, sent, reported }) => {
      return `A thread ended early, and with it the results of ${sent - reported} exchanges: ${thread.failure?.message}.`;
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#shares.map(({ thread }) => thread.close()));
  }

  /** The report of each thread; null for those that ended early. */
  async #ask(ask: (thread: CheckThread) => Promise<Report>): Promise<(Report | null)[]> {
    await this.#send();
    const reports = await Promise.all(this.#shares.map(({ thread }) => ask(thread).catch(() => null)));
    this.#requireThreads();
    return reports;
  }

  #joined(reports: readonly (Report | null)[]): Report {
    const skipped = this.#lost() - this.#lostBefore;
    return merge(
      reports.flatMap((report) => report ?? []),
      { skipped },
    );
  }

  /** Pieces whose results ended with their threads. */
  #lost(): number {
    return this.#failed().reduce((sum, { sent, reported }) => sum + sent - reported, 0);
  }

  /** Hands over the batch that is being filled, to the thread with the least to do. */
  async #send(): Promise<void> {
    const writer = this.#writer;
    this.#writer = null;
    if (writer === null || writer.count === 0) return;
    const share = await this.#freeShare();
    share.sent += writer.count;
    const isDone = share.thread.run({ kind: "batch", batch: writer.batch() });
    // a thread that ends early is told by its failure
    void isDone.then((memory) => this.#giveBack(memory)).catch(() => this.#wake());
  }

  async #freeShare(): Promise<ThreadSlot> {
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
    const refusal = failed.find(({ thread }) => !(thread.failure instanceof ThreadError));
    if (refusal) throw refusal.thread.failure;
    if (failed.length < this.#shares.length) return this.#shares.filter(({ thread }) => !thread.failure);
    throw new ThreadError(`No thread is left to check with: ${failed[0]?.thread.failure?.message}.`);
  }

  #failed(): ThreadSlot[] {
    return this.#shares.filter(({ thread }) => thread.failure !== null);
  }

  #takeMemory(record: RawRecord): ArrayBuffer {
    const size = sizeOf(record);
    return size > BATCH_BYTES ? new ArrayBuffer(size) : (this.#memory.pop() ?? new ArrayBuffer(BATCH_BYTES));
  }

  #giveBack(memory: ArrayBuffer | null): void {
    if (memory?.byteLength === BATCH_BYTES) this.#memory.push(memory);
    this.#wake();
  }
}

function byLoad(a: ThreadSlot, b: ThreadSlot): number {
  return a.thread.load - b.thread.load || a.sent - b.sent;
}
