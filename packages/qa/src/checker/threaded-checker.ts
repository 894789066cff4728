import type { Piece } from "../input/raw-record.js";
import { merge } from "../report/merge.js";
import type { Report } from "../report/report.js";
import { BatchWriter, batchSize, sizeOf } from "./batch.js";
import { CheckThread, ThreadError } from "./check-thread.js";
import type { Checker, CheckSettings, PiecesOf } from "./checker.js";
import { startWorker } from "./start-worker.js";

/** Batches that a thread has at hand, so that it never waits for the next one. */
const atHand = 2;

interface Share {
  readonly thread: CheckThread;
  /** Pieces that the thread was given. */
  given: number;
  /** Of these, pieces whose results were taken. */
  taken: number;
}

/** Checks in several threads. Each keeps its own tally, and their reports merge to that of the whole. */
export class ThreadedChecker implements Checker {
  readonly #shares: readonly Share[];
  /** Memory of batches that are done. */
  readonly #memory: ArrayBuffer[] = [];
  #writer: BatchWriter | null = null;
  #wake = () => {};
  /** Of the pieces that are lost, those that a report has told of. */
  #lostBefore = 0;

  /** @param count threads to start, at least 1 */
  constructor(settings: CheckSettings, count: number, start = startWorker) {
    this.#shares = Array.from({ length: count }, () => {
      return { thread: new CheckThread(settings, start), given: 0, taken: 0 };
    });
  }

  /** @throws ThreadError when no thread is left */
  async check({ pieces, ...of }: PiecesOf): Promise<void> {
    for (const piece of pieces) {
      if (!this.#writer?.belongsTo(of) || !this.#writer.hasRoomFor(piece)) {
        await this.#send();
        this.#writer = new BatchWriter(of, this.#takeMemory(piece));
      }
      this.#writer.add(piece);
    }
  }

  /** What threads that ended early were given counts as skipped. @throws ThreadError when no thread is left */
  async report(): Promise<Report> {
    return this.#joined(await this.#ask((thread) => thread.report()));
  }

  /** The same. @throws ThreadError when no thread is left */
  async take(): Promise<Report> {
    const reports = await this.#ask((thread) => thread.take());
    for (const [index, share] of this.#shares.entries()) if (reports[index]) share.taken = share.given;
    const report = this.#joined(reports);
    this.#lostBefore = this.#lost();
    return report;
  }

  get troubles(): string[] {
    return this.#failed().map(({ thread, given, taken }) => {
      return `A thread ended early, and with it the results of ${given - taken} exchanges: ${thread.failure?.message}.`;
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
    return this.#failed().reduce((sum, { given, taken }) => sum + given - taken, 0);
  }

  /** Hands over the batch that is being filled, to the thread with the least to do. */
  async #send(): Promise<void> {
    const writer = this.#writer;
    this.#writer = null;
    if (writer === null || writer.count === 0) return;
    const share = await this.#freeShare();
    share.given += writer.count;
    const isDone = share.thread.run({ kind: "batch", batch: writer.batch() });
    // a thread that ends early is told by its failure
    void isDone.then((memory) => this.#giveBack(memory)).catch(() => this.#wake());
  }

  async #freeShare(): Promise<Share> {
    for (;;) {
      const [least] = this.#requireThreads().sort(byLoad);
      if (least && least.thread.load < atHand) return least;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #requireThreads(): Share[] {
    const failed = this.#failed();
    const refusal = failed.find(({ thread }) => !(thread.failure instanceof ThreadError));
    if (refusal) throw refusal.thread.failure;
    if (failed.length < this.#shares.length) return this.#shares.filter(({ thread }) => !thread.failure);
    throw new ThreadError(`No thread is left to check with: ${failed[0]?.thread.failure?.message}.`);
  }

  #failed(): Share[] {
    return this.#shares.filter(({ thread }) => thread.failure !== null);
  }

  #takeMemory(piece: Piece): ArrayBuffer {
    const size = sizeOf(piece);
    return size > batchSize ? new ArrayBuffer(size) : (this.#memory.pop() ?? new ArrayBuffer(batchSize));
  }

  #giveBack(memory: ArrayBuffer | null): void {
    if (memory?.byteLength === batchSize) this.#memory.push(memory);
    this.#wake();
  }
}

function byLoad(a: Share, b: Share): number {
  return a.thread.load - b.thread.load || a.given - b.given;
}
