import type { Worker, WorkerOptions } from "node:worker_threads";
import { startThread } from "../start-thread.js";

/** Starts `check-worker` as a thread. */
export function startWorker(options: WorkerOptions): Worker {
  return startThread("check/check-worker", options);
}
