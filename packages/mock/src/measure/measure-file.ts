import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Measures, UNKNOWN_MEASURES } from "./measures.js";

/** A file that takes longer counts as one that cannot be read. */
const TIMEOUT_MS = 2000;

/** The thread ends when there was nothing to measure for this time. */
const IDLE_MS = 10_000;

/** In MB. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 96 };

/** Shared by all mocks of this process. Does not keep the process running. */
let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let previous: Promise<unknown> = Promise.resolve();

/** Reads the size in pixels and the duration of a file, one file after the other. */
export function measureFile(path: string, kind: string): Promise<Measures> {
  const measured = previous.then(() => measureNow(path, kind));
  previous = measured;
  return measured;
}

async function measureNow(path: string, kind: string): Promise<Measures> {
  clearTimeout(idle);
  thread ??= await startThread();
  const worker = thread;
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), TIMEOUT_MS);
  try {
    worker.postMessage({ path, kind });
    const [measures] = await once(worker, "message", { signal: end.signal });
    return (measures as Measures | null) ?? UNKNOWN_MEASURES;
  } catch {
    // too slow, or too large for its memory
    endThread(worker);
    return UNKNOWN_MEASURES;
  } finally {
    clearTimeout(timer);
    idle = setTimeout(() => endThread(worker), IDLE_MS).unref();
  }
}

async function startThread(): Promise<Worker> {
  const url = new URL("./measure-worker.js", import.meta.url);
  const worker = new Worker(url, { execArgv: [], resourceLimits: RESOURCE_LIMITS });
  worker.on("error", () => endThread(worker));
  // it says so when its parsers are loaded
  await once(worker, "message");
  worker.unref();
  return worker;
}

function endThread(worker: Worker): void {
  if (thread === worker) thread = null;
  void worker.terminate();
}
