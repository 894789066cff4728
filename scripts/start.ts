import { type Command, readPort, runCommand } from "./command.js";

const start: Command = {
  name: "start",
  help: `Usage: npm start [-- --mock-port N] [--docs-port N]

Serves the whole site of the docs and the mock on 127.0.0.1 until Ctrl-C. Makes generated/ anew first if spec/ has
changed, and builds the site into dist/site.

  --mock-port N  port of the mock, both hosts of the API (default 4010; 0 for a free one)
  --docs-port N  port of the docs (default 4011; 0 for a free one)
  --help         show this

Exit codes: 0 ended, 2 could not run.`,
  flags: ["mock-port", "docs-port"],
  async run({ values }) {
    const mockPort = readPort("mock-port", values["mock-port"], 4010);
    const docsPort = readPort("docs-port", values["docs-port"], 4011);
    // Prism and VitePress take seconds to load; whoever asks for --help need not wait for them.
    const { serve } = await import("./start/serve.js");
    return serve(mockPort, docsPort);
  },
};

await runCommand(start);
