import { parentPort, workerData } from "node:worker_threads";
import { recordsOf } from "./batch.js";
import { InlineChecker } from "./inline-checker.js";
import type { WorkerReply, WorkerSettings, WorkerTask } from "./worker-protocol.js";

/** Entry of a check worker: runs tasks in order. See {@link WorkerTask} and {@link WorkerReply}. */
async function main(): Promise<void> {
  const tasks: WorkerTask[] = [];
  let wake = () => {};
  parentPort?.on("message", (task: WorkerTask) => {
    tasks.push(task);
    wake();
  });
  const checker = await open();
  while (checker !== null) {
    const task = tasks.shift();
    if (task) await perform(checker, task);
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}

async function open(): Promise<InlineChecker | null> {
  try {
    const checker = await InlineChecker.open(workerData as WorkerSettings);
    reply({ kind: "opened", documentFaults: checker.problems });
    return checker;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ContractError") throw error;
    reply({ kind: "contract-error", message: error.message });
    parentPort?.close();
    return null;
  }
}

async function perform(checker: InlineChecker, task: WorkerTask): Promise<void> {
  switch (task.kind) {
    case "batch":
      await checker.check(recordsOf(task.batch));
      reply({ kind: "done" });
      break;
    case "report":
      reply({ kind: "report", report: await (task.isReset ? checker.takeReport() : checker.report()) });
      break;
    default:
      task satisfies never;
  }
}

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}

await main();
