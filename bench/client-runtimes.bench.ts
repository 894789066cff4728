import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import { buildScripts } from "../scripts/build-client.js";
import type { Row } from "./bench.js";
import { printed, type Runtime, runtimes } from "./client/runtime.js";

export const title = "client: what fails of an app's calls to the mock, on each runtime";

const FILE = fileURLToPath(new URL("../test/fixtures/media/video.mp4", import.meta.url));
const DIST = fileURLToPath(new URL("../packages/client/dist", import.meta.url));

interface Called {
  readonly cases: number;
  readonly failed: readonly string[];
}

export async function* run(): AsyncGenerator<Row> {
  await buildScripts(DIST);
  for await (const runtime of runtimes()) yield row(runtime.name, await calls(runtime));
}

/** Runs the calls against a mock of their own: they delete and create. */
async function calls(runtime: Runtime): Promise<Called | null> {
  const mock = await createMock();
  try {
    const { url } = await mock.listen({ port: 0 });
    return await printed<Called>(runtime, "calls.mjs", url, FILE);
  } finally {
    await mock.close();
  }
}

function row(name: string, called: Called | null): Row {
  if (!called) return { name, value: null, unit: "failed", limit: 0, note: "cannot be had here" };
  const note = [`of ${called.cases}`, ...called.failed].join("; ");
  return { name, value: called.failed.length, unit: "failed", limit: 0, note };
}
