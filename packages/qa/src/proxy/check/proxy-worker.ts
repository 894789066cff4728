import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { openWorkerChecker } from "./worker-checker.js";
import type { WorkerReply, WorkerRequest, WorkerSettings } from "./worker-message.js";

/** Runs in a thread of its own, so that checking never holds up the bytes. */
const port = parentPort;
if (port === null) throw new Error("proxy-worker runs as a worker.");

// The bytes go first where cores are few. On Linux this is the priority of this thread, elsewhere of the process.
if (process.platform === "linux") setPriority(5);

const reply = (message: WorkerReply) => port.postMessage(message);
const examination = await openWorkerChecker(workerData as WorkerSettings, reply);

let last = Promise.resolve();
port.on("message", (question: WorkerRequest) => {
  // Uploads are read while they come, whatever waits to be looked at.
  if (question.kind === "upload") void examination.handle(question);
  else last = last.then(() => examination.handle(question));
});
reply({ kind: "ready" });
