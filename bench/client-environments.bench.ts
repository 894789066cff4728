import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import type { Row } from "./bench.js";
import { CHROMIUM } from "./client/environments/chromium.js";
import type { Environment, Results } from "./client/environments/environment.js";
import { layOut } from "./client/environments/lay-out.js";
import { NEXT_ROUTE } from "./client/environments/next.js";
import { processes } from "./client/environments/processes.js";
import { WORKERDS } from "./client/environments/workerd.js";

export const title = "client: what fails of the calls, the sources and the hooks, in each environment";

const IMAGE = fileURLToPath(new URL("../test/fixtures/media/image.png", import.meta.url));

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "ittybit-environments-"));
  const mock = await createMock();
  const table = new Map<string, Results>();
  let skipped = 0;
  try {
    await layOut(folder);
    const { url: api } = await mock.listen({ port: 0 });
    for await (const environment of environments()) {
      const results = await environment.run({ folder, api, path: IMAGE });
      if (results) table.set(environment.name, results);
      else skipped++;
      yield row(environment.name, results);
    }
    process.stdout.write(`\n${markdown(table)}\n\n${table.size} environments, ${skipped} skipped\n`);
  } finally {
    await mock.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* environments(): AsyncGenerator<Environment> {
  yield* processes();
  yield* WORKERDS;
  yield CHROMIUM;
  yield NEXT_ROUTE;
}

function row(name: string, results: Results | null): Row {
  const shared = { name, unit: "failed", limit: 0 };
  if (results === null) return { ...shared, value: null, note: "cannot be had here" };
  const failed = Object.entries(results).filter(([, result]) => result.startsWith("failed"));
  const count = Object.values(results).filter((result) => result === "yes").length;
  const reasons = failed.map(([name, result]) => `${name} ${result}`);
  return { ...shared, value: failed.length, note: [`${count} work`, ...reasons].join("; ") };
}

/** The table of the documentation: one line for each environment, one column for each case. */
function markdown(table: ReadonlyMap<string, Results>): string {
  const names = Object.keys([...table.values()][0] ?? {});
  const lines = [...table].map(
    ([environment, results]) =>
      `| ${[environment, ...names.map((name) => results[name] ?? "")].join(" | ")} |`,
  );
  return [`| environment | ${names.join(" | ")} |`, `|---|${"---|".repeat(names.length)}`, ...lines].join(
    "\n",
  );
}
