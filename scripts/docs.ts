import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, runCommand, say } from "./command.js";
import { renderReference } from "./docs/reference.js";

const bundle = fileURLToPath(new URL("../generated/openapi.json", import.meta.url));
const page = fileURLToPath(new URL("../dist/site/reference/index.html", import.meta.url));

const docs: Command = {
  name: "docs",
  help: `Usage: npm run docs [-- --bundle FILE] [--output FILE]

Renders the reference as one page that works offline and loads nothing from another host.

  --bundle FILE  the bundled contract, as JSON (default generated/openapi.json)
  --output FILE  the page to write (default dist/site/reference/index.html)
  --help         show this

Exit codes: 0 written, 2 could not run.`,
  flags: ["bundle", "output"],
  async run({ values }) {
    const output = values.output ?? page;
    await renderReference(values.bundle ?? bundle, output);
    return say(`The reference is in ${relative(process.cwd(), output)}`);
  },
};

await runCommand(docs);
