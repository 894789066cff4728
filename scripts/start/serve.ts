import { fileURLToPath } from "node:url";
import { createMock } from "@ittybit/mock";
import { operations } from "@ittybit/openapi";
import { say } from "../command.js";
import { renderReference } from "../docs/reference.js";
import { isStale, writeGenerated } from "../generate/generated.js";
import { listening } from "./listening.js";
import { serveSite } from "./site-server.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = `${root}dist/site`;

/**
 * Serves the mock and the reference until the process is asked to end.
 *
 * @returns the exit code
 * @throws where spec/ cannot be read or a port cannot be had
 */
export async function serve(mockPort: number, docsPort: number): Promise<number> {
  const ended = untilEnded();
  await refresh();
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
}

async function refresh(): Promise<void> {
  if (!(await isStale(root))) return;
  await writeGenerated(root);
  say("generated/ was behind spec/: made anew");
}

function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
