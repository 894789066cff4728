import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { readPort, runCommand, say } from "./command.js";
import { replacePort } from "./port/replace-port.js";

const repository = fileURLToPath(new URL("..", import.meta.url));
const names = Object.keys(DEFAULT_PORTS) as (keyof typeof DEFAULT_PORTS)[];
const portHelp = names.map((name) => `  ${name.padEnd(6)} ${DEFAULT_PORTS[name]}`).join("\n");

await runCommand({
  name: "port",
  help: `Usage: npm run port -- NAME PORT [--root FOLDER]

Changes a default port where it is stated, and in every page, sample and container file that names it. NAME is one of
these, with the current port:

${portHelp}

  --root FOLDER  the repository to change (default: this one)
  --help         show this

Exit codes: 0 changed, 2 could not run.`,
  flags: ["root"],
  words: true,
  async run({ values, words: [given, text, ...others] }) {
    const name = names.find((name) => name === given);
    if (name === undefined || text === undefined || others.length > 0)
      throw new Error(`give a name (${names.join(", ")}) and a port, such as: npm run port -- mock 4030`);
    const port = readPort("port", text, 0);
    const taken = names.find((other) => DEFAULT_PORTS[other] === port);
    if (port === 0 || taken !== undefined)
      throw new Error(
        `${port} is ${taken === undefined ? "no fixed port" : `the port of ${taken}`}: take another.`,
      );
    const files = await replacePort(resolve(values.root ?? repository), DEFAULT_PORTS[name], port);
    for (const file of files) say(`changed ${file}`);
    return say(`The default port of ${name} is ${port}. Run npm run generate and npm test.`);
  },
});
