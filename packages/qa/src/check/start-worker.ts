import { Worker, type WorkerOptions } from "node:worker_threads";

/** Starts `check-worker` as a thread: what was built, or the source where this runs from source. */
export function startWorker(options: WorkerOptions): Worker {
  if (import.meta.url.endsWith(".js"))
    return new Worker(new URL("./check-worker.js", import.meta.url), options);
  const source = JSON.stringify(new URL("./check-worker.ts", import.meta.url));
  // a thread does not inherit what lets the thread that starts it read TypeScript
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(code, { ...options, eval: true, execArgv: ["--conditions=@ittybit/source"] });
}
