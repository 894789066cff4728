import { parentPort, workerData } from "node:worker_threads";
import { recordsOf } from "./batch.js";
import { InlineChecker } from "./inline-checker.js";
import type { WorkerReply, WorkerSettings, WorkerTask } from "./worker-protocol.js";

/**
 * A thread that checks with a builder of its own. See {@link WorkerTask} and {@link WorkerReply} for what it is told
 * and what it says.
 */
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
    return await InlineChecker.open(workerData as WorkerSettings);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ContractError") throw error;
    answer({ kind: "refused", message: error.message });
    parentPort?.close();
    return null;
  }
}

async function perform(checker: InlineChecker, task: WorkerTask): Promise<void> {
  switch (task.kind) {
    case "batch":
      await checker.check(recordsOf(task.batch));
      answer({ kind: "done", memory: task.batch.memory });
      break;
    case "exchange":
      await checker.checkExchange(task.record);
      answer({ kind: "done", memory: null });
      break;
    case "report":
      answer({ kind: "report", report: await (task.beginsAnew ? checker.takeReport() : checker.report()) });
      break;
    default:
      task satisfies never;
  }
}

function answer(message: WorkerReply): void {
  const memory = message.kind === "done" ? message.memory : null;
  parentPort?.postMessage(message, memory === null ? [] : [memory]);
}

await main();
