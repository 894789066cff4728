import type { Worker } from "node:worker_threads";
import type { Report } from "../report/report.js";
import { startWorker } from "./start-worker.js";
import type { ThreadAnswer, ThreadSettings, ThreadTask } from "./worker-protocol.js";

/** A thread has ended before its time. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

/** The contract cannot be opened in a thread. Has the name of the error there, so that it is told alike. */
class RefusedError extends Error {
  override readonly name = "ContractError";
}

/**
 * Memory of a thread, in MB. Young objects need little. The limit for the others is far above what a thread uses; it
 * is set because V8 collects the sooner, the lower it is: half of what a thread takes without.
 */
const memory = { maxYoungGenerationSizeMb: 10, maxOldGenerationSizeMb: 512 };

interface Waiter {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that checks exchanges, as the thread that started it sees it. */
export class CheckThread {
  readonly #worker: Worker;
  /** Tasks without an answer, oldest first. */
  readonly #open: Waiter[] = [];
  #failure: Error | null = null;
  #isClosing = false;

  constructor(settings: ThreadSettings, start = startWorker) {
    this.#worker = start({
      workerData: settings,
      resourceLimits: memory,
    });
    this.#worker.on("message", (answer: ThreadAnswer) => this.#take(answer));
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
  async run(task: Exclude<ThreadTask, { kind: "report" }>): Promise<ArrayBuffer | null> {
    const answer = await this.#ask(task, task.kind === "batch" ? [task.batch.memory] : []);
    return answer.kind === "done" ? answer.memory : null;
  }

  /** What it found so far, after all tasks it was given. @throws ThreadError when the thread ends before */
  report(): Promise<Report> {
    return this.#askReport(false);
  }

  /** The same, and it begins anew. @throws ThreadError when the thread ends before */
  take(): Promise<Report> {
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

  #ask(task: ThreadTask, memory: ArrayBuffer[]): Promise<ThreadAnswer> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#open.push({ resolve, reject });
      this.#worker.postMessage(task, memory);
    });
  }

  #take(answer: ThreadAnswer): void {
    if (answer.kind === "refused") this.#fail(new RefusedError(answer.message));
    else this.#open.shift()?.resolve(answer);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#open.splice(0)) reject(this.#failure);
  }
}
