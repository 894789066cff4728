import type { Worker } from "node:worker_threads";
import type { Report } from "../report/report.js";
import { startCheckWorker } from "./start-check-thread.js";
import type { WorkerReply, WorkerSettings, WorkerTask } from "./worker-protocol.js";

/** A thread has ended before its time. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

/** The contract cannot be opened in a thread. Has the name of the error there, so that it is told alike. */
class ThreadContractError extends Error {
  override readonly name = "ContractError";
}

/**
 * Memory of a thread, in MB. Young objects need little. The limit for the others is far above what a thread uses; it
 * is set because V8 collects the sooner, the lower it is: half of what a thread takes without.
 */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 10, maxOldGenerationSizeMb: 512 };

interface PendingReply {
  readonly resolve: (answer: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that checks exchanges, as the thread that started it sees it. */
export class CheckThread {
  readonly #worker: Worker;
  /** Tasks without an answer, oldest first. */
  readonly #open: PendingReply[] = [];
  #failure: Error | null = null;
  #isClosing = false;

  constructor(settings: WorkerSettings, start = startCheckWorker) {
    this.#worker = start({
      workerData: settings,
      resourceLimits: RESOURCE_LIMITS,
    });
    this.#worker.on("message", (answer: WorkerReply) => this.#take(answer));
    this.#worker.on("error", (error) => this.#fail(new ThreadError(error.message, { cause: error })));
    this.#worker.on("exit", (code) => {
      if (!this.#isClosing) this.#fail(new ThreadError(`it ended with ${code}`));
    });
  }

  /** Tasks that it was given and has not done. */
  get load(): number {
    return this.#open.length;
  }

  /** Why it can do no more; null while it can. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Does a task after those before it. Resolves when it is done. @throws ThreadError when the thread ends before */
  async run(task: Exclude<WorkerTask, { kind: "report" }>): Promise<ArrayBuffer | null> {
    const answer = await this.#ask(task, task.kind === "batch" ? [task.batch.memory] : []);
    return answer.kind === "done" ? answer.memory : null;
  }

  /** What it found so far, after all tasks it was given. @throws ThreadError when the thread ends before */
  report(): Promise<Report> {
    return this.#askReport(false);
  }

  /** The same, and it begins anew. @throws ThreadError when the thread ends before */
  takeReport(): Promise<Report> {
    return this.#askReport(true);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#worker.terminate();
  }

  async #askReport(beginsAnew: boolean): Promise<Report> {
    const answer = await this.#ask({ kind: "report", beginsAnew }, []);
    if (answer.kind !== "report") throw new ThreadError("it gave no report");
    return answer.report;
  }

  #ask(task: WorkerTask, memory: ArrayBuffer[]): Promise<WorkerReply> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
      this.#worker.postMessage(task, memory);
    });
  }

  #take(answer: WorkerReply): void {
    if (answer.kind === "refused") this.#fail(new ThreadContractError(answer.message));
    else this.#open.shift()?.resolve(answer);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#open.splice(0)) reject(this.#failure);
  }
}
