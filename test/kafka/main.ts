import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, runCommand, say } from "../../scripts/command.js";
import { startBroker } from "./broker.js";
import { missingPrograms } from "./programs.js";
import { runScenario } from "./scenario.js";
import { Workspace } from "./workspace.js";

const DEFAULT_MESSAGES = 100_000;

const kafka: Command = {
  name: "test:kafka",
  help: `Usage: npm run test:kafka [-- --messages N]

Runs the scripts of docs/qa/scale.md against a Kafka broker: consumers that end, are killed and lag behind, a
reset of their group, and windows of time. Compares what they report with a single run. The broker is
downloaded from Maven Central into node_modules/.cache. Skipped where java, mvn, kcat or jq is missing, except
where CI is set.

  --messages N  number of messages (default ${DEFAULT_MESSAGES})
  --help        show this

Exit codes: 0 as a single run, or skipped, 1 a difference, 2 could not run.`,
  flags: ["messages"],
  async run({ values }) {
    const missing = await missingPrograms(["java", "mvn", "kcat", "jq"]);
    if (missing.length > 0 && process.env.CI) throw new Error(`${missing.join(", ")} not installed`);
    if (missing.length > 0) return say(`skipped: ${missing.join(", ")} not installed`);
    const home = await mkdtemp(join(tmpdir(), "ittybit-kafka-"));
    const broker = await startBroker(home);
    try {
      const workspace = await Workspace.open(home, broker.address);
      try {
        return await runScenario(workspace, broker.address, Number(values.messages ?? DEFAULT_MESSAGES));
      } finally {
        workspace.close();
      }
    } finally {
      await broker.close();
      await rm(home, { recursive: true, force: true });
    }
  },
};

await runCommand(kafka);
