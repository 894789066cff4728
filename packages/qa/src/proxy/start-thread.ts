import { Worker } from "node:worker_threads";

/**
 * Starts a module of this package as a thread: built, the file beside this one; from source, through tsx, because a
 * thread does not take over the loaders of the one that starts it.
 *
 * @param name file name without its ending
 */
export function startThread(name: string, workerData: unknown): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
  const file = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(code, { eval: true, workerData, execArgv: ["--conditions=@ittybit/source"] });
}
