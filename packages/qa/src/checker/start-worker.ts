import type { Worker, WorkerOptions } from "node:worker_threads";
import { startThread } from "../start-worker.js";

/** Starts `check-worker` as a thread. */
export function startWorker(options: WorkerOptions): Worker {
  return startThread("checker/check-worker", options);
}
