import type { Worker, WorkerOptions } from "node:worker_threads";
import type { Report } from "../report/report.js";
import { startWorker } from "../start-thread.js";
import type { TransferBatch } from "./batch.js";
import type { WorkerReply, WorkerSettings, WorkerTask } from "./worker-protocol.js";

/** A thread ended unexpectedly. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

/** The contract cannot be opened in a thread. Has the name that the error had there, so that it reads the same. */
class ThreadContractError extends Error {
  override readonly name = "ContractError";
}

/**
 * Memory limits of a thread, in MB. The old-generation limit is far above what a thread needs; V8 collects earlier when
 * it is set, which halves the memory of a thread.
 */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 10, maxOldGenerationSizeMb: 512 };

interface PendingReply {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

/** Starts `check-worker` as a thread. */
export function startCheckWorker(options: WorkerOptions): Worker {
  return startWorker("checker/check-worker", options);
}

/** A handle on a thread that checks exchanges. */
export class CheckThread {
  readonly #worker: Worker;
  /** Tasks without a reply, oldest first. */
  readonly #open: PendingReply[] = [];
  #failure: Error | null = null;
  #isClosing = false;

  constructor(settings: WorkerSettings, start = startCheckWorker) {
    this.#worker = start({
      workerData: settings,
      resourceLimits: RESOURCE_LIMITS,
    });
    this.#worker.on("message", (reply: WorkerReply) => this.#take(reply));
    this.#worker.on("error", (error) => this.#fail(new ThreadError(error.message, { cause: error })));
    this.#worker.on("exit", (code) => {
      if (!this.#isClosing) this.#fail(new ThreadError(`it ended with ${code}`));
    });
  }

  /** Number of unfinished tasks. */
  get load(): number {
    return this.#open.length;
  }

  /** Why the thread has ended; null while it runs. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Checks a batch after all earlier tasks. Returns its memory. @throws ThreadError when the thread ends first */
  async check(batch: TransferBatch): Promise<ArrayBuffer | null> {
    const reply = await this.#ask({ kind: "batch", batch }, [batch.memory]);
    return reply.kind === "done" ? reply.memory : null;
  }

  /** Returns all findings so far, after all earlier tasks. @throws ThreadError when the thread ends first */
  report(): Promise<Report> {
    return this.#askReport(false);
  }

  /** Returns the report since the last call and resets it. @throws ThreadError when the thread ends first */
  takeReport(): Promise<Report> {
    return this.#askReport(true);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#worker.terminate();
  }

  async #askReport(isReset: boolean): Promise<Report> {
    const reply = await this.#ask({ kind: "report", isReset }, []);
    if (reply.kind !== "report") throw new ThreadError("it returned no report");
    return reply.report;
  }

  #ask(task: WorkerTask, memory: ArrayBuffer[]): Promise<WorkerReply> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
      this.#worker.postMessage(task, memory);
    });
  }

  #take(reply: WorkerReply): void {
    if (reply.kind === "contract-error") this.#fail(new ThreadContractError(reply.message));
    else this.#open.shift()?.resolve(reply);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#open.splice(0)) reject(this.#failure);
  }
}
