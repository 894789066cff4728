import type { Worker } from "node:worker_threads";
import type { Report, ReportFinding } from "../../report/report.js";
import { startWorker } from "../../start-thread.js";
import { type CapturedExchange, capturedBytes } from "../capture/captured-exchange.js";
import type { MemoryBudget } from "../capture/memory-budget.js";
import { UploadCapture } from "../capture/upload-capture.js";
import type { UploadHead, UploadMessage } from "../capture/upload-message.js";
import { packExchanges } from "./exchange-batch.js";
import type { UnansweredRequest, WorkerReply, WorkerRequest, WorkerSettings } from "./worker-message.js";

/** What a checker tells while it runs. */
export interface ProxyCheckerEvents {
  readonly onChecked: (count: number) => void;
  readonly onFound: (finding: ReportFinding) => void;
  /** The thread ended before its time: nothing more will be looked at. */
  readonly onFailed: (reason: string) => void;
  readonly onRecordingFailed: (reason: string) => void;
}

/** Exchanges that may wait to be looked at; those beyond are skipped. */
const MAX_WAITING = 10_000;

/** Exchanges are handed over when so much of them is there, or after so long. */
const BATCH_LIMITS = { exchanges: 256, bytes: 1024 * 1024, milliseconds: 20 };

/** Has exchanges looked at in another thread. */
export class ProxyChecker {
  readonly #thread: Worker;
  readonly #budget: MemoryBudget;
  readonly #events: ProxyCheckerEvents;
  #collected: CapturedExchange[] = [];
  #collectedBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  /** Bytes of each batch under way, oldest first. */
  readonly #underWay: number[] = [];
  #waiting = 0;
  #isReady = false;
  /** Nobody looks at anything any more. */
  #isOver = false;
  #verdicts = new Map<number, (findings: readonly ReportFinding[]) => void>();
  #asked = 0;
  #uploads = 0;
  #onReport: (report: Report) => void = () => {};
  readonly #failed: Promise<never>;

  private constructor(thread: Worker, budget: MemoryBudget, events: ProxyCheckerEvents) {
    this.#thread = thread;
    this.#budget = budget;
    this.#events = events;
    thread.on("message", (reply: WorkerReply) => this.#receive(reply));
    this.#failed = new Promise((_, reject) => {
      thread.once("error", reject);
      thread.once("exit", (code) => reject(new Error(`The thread that checks ended with ${code}.`)));
    });
    this.#failed.catch(({ message }: Error) => {
      this.#isOver = true;
      if (this.#isReady) events.onFailed(message);
    });
  }

  /** @throws when the thread cannot be started */
  static async start(
    settings: WorkerSettings,
    budget: MemoryBudget,
    events: ProxyCheckerEvents,
    start: typeof startWorker = startWorker,
  ): Promise<ProxyChecker> {
    const thread = start("proxy/check/proxy-worker", { workerData: settings });
    const checker = new ProxyChecker(thread, budget, events);
    const ready = new Promise<void>((resolve) => thread.once("message", () => resolve()));
    await Promise.race([ready, checker.#failed]);
    checker.#isReady = true;
    return checker;
  }

  /** Takes an exchange to be looked at, or counts it as skipped where too many wait. */
  add(copied: CapturedExchange): void {
    if (this.#isOver || this.#waiting >= MAX_WAITING) {
      this.#budget.release(capturedBytes(copied));
      this.#post({ kind: "skipped", count: 1 });
      return;
    }
    this.#waiting += 1;
    this.#collected.push(copied);
    this.#collectedBytes += capturedBytes(copied);
    if (this.#collected.length >= BATCH_LIMITS.exchanges || this.#collectedBytes >= BATCH_LIMITS.bytes)
      this.#hand();
    else this.#timer ??= setTimeout(() => this.#hand(), BATCH_LIMITS.milliseconds);
  }

  /** Takes the body of an upload that is too long to be kept. */
  openUpload(head: UploadHead): UploadCapture {
    const post = (message: UploadMessage, transferred?: readonly ArrayBuffer[]) =>
      this.#post(message, transferred);
    return new UploadCapture(this.#uploads++, head, this.#budget, post);
  }

  addUnanswered(request: UnansweredRequest): void {
    this.#post({ kind: "unanswered", request });
  }

  /** The findings of one exchange, for which somebody waits. It counts as those given to `add` do. */
  async check(copied: CapturedExchange): Promise<readonly ReportFinding[]> {
    const number = this.#asked++;
    const packet = packExchanges([copied]);
    this.#budget.release(capturedBytes(copied));
    const findings = new Promise<readonly ReportFinding[]>((resolve) => this.#verdicts.set(number, resolve));
    this.#post({ kind: "verdict", number, packet }, [packet.bytes]);
    return Promise.race([findings, this.#failed]);
  }

  /** Looks at what still waits, and ends. @throws when the thread failed before */
  async end(): Promise<Report> {
    this.#hand();
    const report = new Promise<Report>((resolve) => {
      this.#onReport = resolve;
    });
    this.#post({ kind: "report" });
    try {
      return await Promise.race([report, this.#failed]);
    } finally {
      this.#thread.removeAllListeners("exit");
      await this.#thread.terminate();
    }
  }

  #hand(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#collected.length === 0) return;
    const packet = packExchanges(this.#collected);
    this.#underWay.push(this.#collectedBytes);
    this.#collected = [];
    this.#collectedBytes = 0;
    this.#post({ kind: "exchanges", packet }, [packet.bytes]);
  }

  #tell(count: number, found: readonly ReportFinding[]): void {
    this.#events.onChecked(count);
    for (const finding of found) this.#events.onFound(finding);
  }

  #post(question: WorkerRequest, transferred: readonly ArrayBuffer[] = []): void {
    this.#thread.postMessage(question, transferred);
  }

  #receive(reply: WorkerReply): void {
    switch (reply.kind) {
      case "ready":
        break;
      case "done":
        this.#budget.release(this.#underWay.shift() ?? 0);
        this.#waiting -= reply.count;
        this.#tell(reply.count, reply.found);
        break;
      case "verdict":
        this.#tell(1, reply.found);
        this.#verdicts.get(reply.number)?.(reply.findings);
        this.#verdicts.delete(reply.number);
        break;
      case "read":
        this.#budget.release(reply.bytes);
        break;
      case "report":
        this.#onReport(reply.report);
        break;
      case "recording-failed":
        this.#events.onRecordingFailed(reply.reason);
        break;
      default:
        reply satisfies never;
    }
  }
}
