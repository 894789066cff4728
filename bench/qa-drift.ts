import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "@ittybit/contract";
import { toHar } from "@ittybit/test-support/traffic/traffic";
import { runStep } from "../scripts/step.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What `redocly drift` finds in a HAR of these exchanges. @throws when it could not run */
export async function drift(exchanges: readonly Exchange[]): Promise<boolean[]> {
  const folder = await mkdtemp(join(tmpdir(), "qa-drift-"));
  try {
    const [traffic, report] = [join(folder, "traffic.har"), join(folder, "report.csv")];
    await writeFile(traffic, toHar(exchanges));
    // CSV has a row for each occurrence; the other forms keep one exchange for all identical ones.
    const args = ["drift", traffic, "--api=generated/openapi.yaml", "--format=csv", `--output=${report}`];
    const command = ["node_modules/@redocly/cli/bin/cli.js", ...args];
    const { code, output } = await runStep({ name: "drift", args: command }, root);
    const rows = await readFile(report, "utf8").catch(() => {
      throw new Error(`redocly drift ended with ${code}: ${output}`);
    });
    const indices = rows.split("\n").map((row) => Number(row.split(",")[2]));
    return exchanges.map((_, index) => indices.includes(index));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
