import type { Worker, WorkerOptions } from "node:worker_threads";
import { startWorker } from "../start-thread.js";

/** Starts `check-worker` as a thread. */
export function startCheckWorker(options: WorkerOptions): Worker {
  return startWorker("checker/check-worker", options);
}
