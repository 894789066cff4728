import type { Worker } from "node:worker_threads";

/** A worker thread ended although nobody closed it. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** What a link reports to the thread that started the worker. */
export interface WorkerLinkEvents<Reply> {
  readonly onReply: (reply: Reply) => void;
  /** Called once, when the worker can do no more. */
  readonly onFailure: (failure: WorkerError) => void;
}

/** Typed messages to and from a worker thread, and the notice that it ended early. */
export class WorkerLink<Task, Reply> {
  readonly #worker: Worker;
  #isOver = false;

  constructor(worker: Worker, { onReply, onFailure }: WorkerLinkEvents<Reply>) {
    this.#worker = worker;
    const fail = (failure: WorkerError) => {
      if (this.#isOver) return;
      this.#isOver = true;
      onFailure(failure);
    };
    worker.on("message", onReply);
    worker.on("error", (error) => fail(new WorkerError(error.message, { cause: error })));
    worker.on("exit", (code) => fail(new WorkerError(`it ended with ${code}`)));
  }

  /** @param transferred buffers to move instead of copying them */
  post(task: Task, transferred: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(task, transferred);
  }

  /** Ends the worker at once. */
  async close(): Promise<void> {
    this.#isOver = true;
    await this.#worker.terminate();
  }
}
