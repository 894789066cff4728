import type { TestProject } from "vitest/node";
import { builtScripts } from "../cache/shared-builds.js";

/**
 * Lets the threads of @ittybit/qa start from built JavaScript, which takes less than half the time: the tests start
 * some hundred of them. A watched run takes the sources, because they change while it lasts.
 */
export default async function setup({ config }: TestProject): Promise<void> {
  if (!config.watch) process.env.ITTYBIT_QA_THREADS = await builtScripts("qa");
}
