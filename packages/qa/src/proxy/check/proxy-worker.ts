import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { ProxyWorkerReply, ProxyWorkerSettings, ProxyWorkerTask } from "./proxy-worker-protocol.js";
import { openWorkerChecker } from "./worker-checker.js";

/** Entry point of the worker thread, in which checking cannot delay traffic. */
const port = parentPort;
if (port === null) throw new Error("proxy-worker runs as a worker.");

// Forwarding has priority on few cores. On Linux this sets the priority of this thread, elsewhere of the process.
if (process.platform === "linux") setPriority(5);

const reply = (message: ProxyWorkerReply) => port.postMessage(message);
const checker = await openWorkerChecker(workerData as ProxyWorkerSettings, reply);

let previous = Promise.resolve();
port.on("message", (task: ProxyWorkerTask) => {
  // Read uploads as they arrive, even while other tasks wait.
  if (task.kind === "upload") void checker.run(task);
  else previous = previous.then(() => checker.run(task));
});
reply({ kind: "ready" });
