import { basename, join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a module of this package as a thread: what was built of it, which lies beside what was built of this, or its
 * source where this runs from source, unless the environment names the folder of a build.
 *
 * @param path from here, without its ending; it ends in `-worker`, by which the build finds it
 */
export function startWorker(path: `${string}-worker`, options: WorkerOptions): Worker {
  if (import.meta.url.endsWith(".js"))
    return new Worker(new URL(`./${basename(path)}.js`, import.meta.url), options);
  const { ITTYBIT_QA_THREADS: built } = process.env;
  if (built !== undefined) return new Worker(join(built, `${basename(path)}.js`), options);
  const source = JSON.stringify(new URL(`./${path}.ts`, import.meta.url));
  // A thread does not inherit what lets the thread that starts it read TypeScript.
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(code, { ...options, eval: true, execArgv: ["--conditions=@ittybit/source"] });
}
