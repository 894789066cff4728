import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import { operations } from "@ittybit/openapi";
import { type Command, readPort, runCommand, say } from "./command.js";
import { renderReference } from "./docs/reference.js";
import { isStale, writeGenerated } from "./generate/generated.js";
import { listening } from "./start/listening.js";
import { serveSite } from "./start/site-server.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const site = `${root}dist/site`;

const start: Command = {
  name: "start",
  help: `Usage: npm start [-- --mock-port N] [--docs-port N]

Serves the reference and the mock on 127.0.0.1 until Ctrl-C. Makes generated/ anew first if spec/ has changed.

  --mock-port N  port of the mock, both hosts of the API (default 4010; 0 for a free one)
  --docs-port N  port of the reference (default 4011; 0 for a free one)
  --help         show this

Exit codes: 0 ended, 2 could not run.`,
  flags: ["mock-port", "docs-port"],
  async run({ values }) {
    const mockPort = readPort("mock-port", values["mock-port"], 4010);
    const docsPort = readPort("docs-port", values["docs-port"], 4011);
    const ended = untilEnded();
    if (await isStale(root)) {
      await writeGenerated(root);
      say("generated/ was behind spec/: made anew");
    }
    const rendered = renderReference(`${root}generated/openapi.json`, `${site}/reference/index.html`);
    const [mock] = await Promise.all([createMock(), rendered]);
    const servers: { close(): Promise<void> }[] = [mock];
    try {
      const api = await listening("mock-port", mockPort, () => mock.listen({ port: mockPort }));
      const docs = await listening("docs-port", docsPort, () => serveSite(site, docsPort, "/reference/"));
      servers.push(docs);
      say(`Docs  ${docs.url}/reference/`);
      say(`Mock  ${api.url} (both hosts of the API)`);
      say(`Try   curl -H "Authorization: Bearer test" ${api.url}${operations.listMedia.path}`);
      await ended;
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
    return say("Closed");
  },
};

function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

await runCommand(start);
