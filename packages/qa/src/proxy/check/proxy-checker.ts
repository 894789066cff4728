import type { Report, ReportFinding } from "../../report/report.js";
import { startWorker } from "../../start-thread.js";
import { type WorkerError, WorkerLink } from "../../worker-link.js";
import {
  type CapturedExchange,
  capturedBytes,
  type UnansweredRequest,
} from "../capture/captured-exchange.js";
import type { MemoryBudget } from "../capture/memory-budget.js";
import { UploadCapture } from "../capture/upload-capture.js";
import type { UploadHead } from "../capture/upload-message.js";
import { packExchanges } from "./exchange-batch.js";
import type { ProxyWorkerReply, ProxyWorkerSettings, ProxyWorkerTask } from "./proxy-worker-protocol.js";

/** What a checker reports while it runs. */
export interface ProxyCheckerEvents {
  readonly onChecked: (count: number) => void;
  readonly onFound: (finding: ReportFinding) => void;
  /** The worker ended early: nothing more is checked. */
  readonly onFailed: (reason: string) => void;
  readonly onRecordingFailed: (reason: string) => void;
}

/** Exchanges that may wait to be checked; those beyond are skipped. */
const MAX_WAITING = 10_000;

/** A batch is sent when it has this many exchanges or bytes, or after this time. */
const BATCH_LIMITS = { exchanges: 256, bytes: 1024 * 1024, milliseconds: 20 };

/** Checks exchanges in a worker thread. */
export class ProxyChecker {
  readonly #link: WorkerLink<ProxyWorkerTask, ProxyWorkerReply>;
  readonly #budget: MemoryBudget;
  readonly #events: ProxyCheckerEvents;
  #batch: CapturedExchange[] = [];
  #batchBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  /** Bytes of each batch that the worker has, oldest first. */
  readonly #sentBytes: number[] = [];
  #waiting = 0;
  #isReady = false;
  #isOver = false;
  readonly #checks = new Map<number, (findings: readonly ReportFinding[]) => void>();
  #checkCount = 0;
  #uploadCount = 0;
  readonly #ready = deferred<void>();
  readonly #report = deferred<Report>();
  readonly #failed = deferred<never>();

  private constructor(
    worker: ReturnType<typeof startWorker>,
    budget: MemoryBudget,
    events: ProxyCheckerEvents,
  ) {
    this.#budget = budget;
    this.#events = events;
    this.#failed.promise.catch(() => {});
    this.#link = new WorkerLink(worker, {
      onReply: (reply) => this.#receive(reply),
      onFailure: (failure) => this.#fail(failure),
    });
  }

  /** @throws when the worker cannot be started */
  static async start(
    settings: ProxyWorkerSettings,
    budget: MemoryBudget,
    events: ProxyCheckerEvents,
    start: typeof startWorker = startWorker,
  ): Promise<ProxyChecker> {
    const worker = start("proxy/check/proxy-worker", { workerData: settings });
    const checker = new ProxyChecker(worker, budget, events);
    await Promise.race([checker.#ready.promise, checker.#failed.promise]);
    return checker;
  }

  /** Queues an exchange to be checked, or counts it as skipped while too many wait. */
  add(exchange: CapturedExchange): void {
    if (this.#isOver || this.#waiting >= MAX_WAITING) {
      this.#skip(exchange);
      return;
    }
    this.#waiting += 1;
    this.#batch.push(exchange);
    this.#batchBytes += capturedBytes(exchange);
    if (this.#batch.length >= BATCH_LIMITS.exchanges || this.#batchBytes >= BATCH_LIMITS.bytes) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), BATCH_LIMITS.milliseconds);
  }

  /** Opens a stream for the body of an upload that is too long to capture. */
  openUpload(head: UploadHead): UploadCapture {
    return new UploadCapture(this.#uploadCount++, head, this.#budget, (message, transferred) =>
      this.#link.post(message, transferred),
    );
  }

  addUnanswered(request: UnansweredRequest): void {
    this.#link.post({ kind: "unanswered", request });
  }

  /** Counts a connection that switched to another protocol. */
  addUpgraded(): void {
    this.#link.post({ kind: "upgraded" });
  }

  /** Checks one exchange and waits for its findings. Counts like those given to `add`. */
  async check(exchange: CapturedExchange): Promise<readonly ReportFinding[]> {
    const number = this.#checkCount++;
    const batch = packExchanges([exchange]);
    this.#budget.release(capturedBytes(exchange));
    const findings = new Promise<readonly ReportFinding[]>((resolve) => this.#checks.set(number, resolve));
    this.#link.post({ kind: "check", number, batch }, [batch.bytes]);
    return Promise.race([findings, this.#failed.promise]);
  }

  /** Checks what still waits, and ends the worker. @throws WorkerError when the worker ended early */
  async end(): Promise<Report> {
    this.#flush();
    this.#link.post({ kind: "report" });
    try {
      return await Promise.race([this.#report.promise, this.#failed.promise]);
    } finally {
      await this.close();
    }
  }

  /** Ends the worker without a report. */
  close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#isOver = true;
    return this.#link.close();
  }

  #skip(exchange: CapturedExchange): void {
    this.#budget.release(capturedBytes(exchange));
    const { requestBody } = exchange;
    if (requestBody.kind === "upload")
      this.#link.post({ kind: "upload", number: requestBody.number, step: "abandoned" });
    this.#link.post({ kind: "skipped", count: 1 });
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#batch.length === 0) return;
    const batch = packExchanges(this.#batch);
    this.#sentBytes.push(this.#batchBytes);
    this.#batch = [];
    this.#batchBytes = 0;
    this.#link.post({ kind: "exchanges", batch }, [batch.bytes]);
  }

  #fail(failure: WorkerError): void {
    this.#isOver = true;
    this.#failed.reject(failure);
    if (this.#isReady) this.#events.onFailed(failure.message);
  }

  #announce(count: number, fresh: readonly ReportFinding[]): void {
    this.#events.onChecked(count);
    for (const finding of fresh) this.#events.onFound(finding);
  }

  #receive(reply: ProxyWorkerReply): void {
    switch (reply.kind) {
      case "ready":
        this.#isReady = true;
        this.#ready.resolve();
        break;
      case "exchanges-checked":
        this.#budget.release(this.#sentBytes.shift() ?? 0);
        this.#waiting -= reply.count;
        this.#announce(reply.count, reply.fresh);
        break;
      case "checked":
        this.#announce(1, reply.fresh);
        this.#checks.get(reply.number)?.(reply.findings);
        this.#checks.delete(reply.number);
        break;
      case "upload-read":
        this.#budget.release(reply.bytes);
        break;
      case "report":
        this.#report.resolve(reply.report);
        break;
      case "recording-failed":
        this.#events.onRecordingFailed(reply.reason);
        break;
      default:
        reply satisfies never;
    }
  }
}

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: Error) => void;
}

function deferred<Value>(): Deferred<Value> {
  let settle: Omit<Deferred<Value>, "promise"> | undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...(settle as Omit<Deferred<Value>, "promise">) };
}
