import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { type Command, readPort, runCommand } from "./command.js";

const start: Command = {
  name: "start",
  help: `Usage: npm start [-- --mock-port N] [--docs-port N]

Serves the docs site, the mock and an example app on 127.0.0.1 until Ctrl-C. Updates generated/ first if spec/ has
changed, and builds the site into dist/site.

  --mock-port N  port of the mock, both hosts of the API (default ${DEFAULT_PORTS.mock}; 0 for a free one)
  --docs-port N  port of the docs (default ${DEFAULT_PORTS.docs}; 0 for a free one)
  --help         show this

Exit codes: 0 ended, 2 could not run.`,
  flags: ["mock-port", "docs-port"],
  async run({ values }) {
    const mockPort = readPort("mock-port", values["mock-port"], DEFAULT_PORTS.mock);
    const docsPort = readPort("docs-port", values["docs-port"], DEFAULT_PORTS.docs);
    if (mockPort === docsPort && mockPort !== 0)
      throw new Error(`--mock-port and --docs-port are both ${mockPort}: give one of them another port.`);
    // Prism and VitePress take seconds to load; --help must not wait for them.
    const { serve } = await import("./start/serve.js");
    return serve(mockPort, docsPort);
  },
};

await runCommand(start);
