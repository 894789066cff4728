import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { type Command, readPort, runCommand } from "./command.js";
import { freePort } from "./start/free-port.js";
import { requireFree } from "./start/listening.js";

const document = fileURLToPath(new URL("../generated/openapi.yaml", import.meta.url));

const prism: Command = {
  name: "prism",
  help: `Usage: npm run prism [-- --port N] [--dynamic]

Starts plain Prism, by Stoplight, on generated/openapi.yaml. It responds with the examples of the contract and keeps no
state. docs/guides/prism.md lists what it does differently from npm run mock.

  --port N   port on 127.0.0.1 (default ${DEFAULT_PORTS.prism}; 0 for a free one)
  --dynamic  generate responses instead of taking the examples
  --help     show this

Exit codes: 0 ended, 2 could not run.`,
  flags: ["port"],
  switches: ["dynamic"],
  async run({ values, on }) {
    const wanted = readPort("port", values.port, DEFAULT_PORTS.prism);
    await requireFree("port", wanted);
    const port = wanted === 0 ? await freePort() : wanted;
    const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
    const args = ["mock", document, "--host", "127.0.0.1", "--port", String(port)];
    const child = spawn(process.execPath, [cli, ...args, ...(on.has("dynamic") ? ["--dynamic"] : [])], {
      stdio: "inherit",
    });
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
    const [code, signal] = await once(child, "exit");
    if (code !== 0 && signal === null) throw new Error(`Prism ended with ${code}: it says why above.`);
    return 0;
  },
};

await runCommand(prism);
