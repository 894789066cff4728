import type { Worker, WorkerOptions } from "node:worker_threads";
import type { Report } from "../report/report.js";
import { startWorker } from "../start-thread.js";
import { WorkerError, WorkerLink } from "../worker-link.js";
import type { RecordBlock } from "./batch.js";
import type { WorkerReply, WorkerSettings, WorkerTask } from "./worker-protocol.js";

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
  readonly #link: WorkerLink<WorkerTask, WorkerReply>;
  /** Tasks without a reply, oldest first. */
  readonly #pending: PendingReply[] = [];
  #failure: Error | null = null;
  #documentFaults: readonly string[] = [];

  constructor(settings: WorkerSettings, start = startCheckWorker) {
    const worker = start({ workerData: settings, resourceLimits: RESOURCE_LIMITS });
    this.#link = new WorkerLink(worker, {
      onReply: (reply) => this.#take(reply),
      onFailure: (failure) => this.#fail(failure),
    });
  }

  /** Faults of the document, as soon as the thread has opened it. */
  get documentFaults(): readonly string[] {
    return this.#documentFaults;
  }

  /** Number of unfinished tasks. */
  get load(): number {
    return this.#pending.length;
  }

  /** Why the thread has ended; null while it runs. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Checks a batch after all earlier tasks. Its memory can be reused then. @throws WorkerError when the thread ends first */
  async check(batch: RecordBlock): Promise<void> {
    await this.#ask({ kind: "batch", batch });
  }

  /** Returns all findings so far, after all earlier tasks. @throws WorkerError when the thread ends first */
  report(): Promise<Report> {
    return this.#askReport(false);
  }

  /** Returns the report since the last call and resets it. @throws WorkerError when the thread ends first */
  takeReport(): Promise<Report> {
    return this.#askReport(true);
  }

  /** Ends the thread, and gives up on its tasks. */
  abandon(): void {
    this.#fail(new WorkerError("it was stopped in the middle of its work"));
    void this.#link.close();
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  async #askReport(isReset: boolean): Promise<Report> {
    const reply = await this.#ask({ kind: "report", isReset });
    if (reply.kind !== "report") throw new WorkerError("it returned no report");
    return reply.report;
  }

  #ask(task: WorkerTask): Promise<WorkerReply> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#pending.push({ resolve, reject });
      this.#link.post(task);
    });
  }

  #take(reply: WorkerReply): void {
    if (reply.kind === "contract-error") this.#fail(new ThreadContractError(reply.message));
    else if (reply.kind === "opened") this.#documentFaults = reply.documentFaults;
    else this.#pending.shift()?.resolve(reply);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#pending.splice(0)) reject(this.#failure);
  }
}
