import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock, type Mock } from "@ittybit/mock";
import { operations } from "@ittybit/openapi";
import { say } from "../command.js";
import { buildSite } from "../docs/site/build-site.js";
import { cleanContent, contractKey, unlessClean } from "../lint/unchanged.js";
import { FROM_SOURCE, runStep } from "../step.js";
import { buildGallery } from "./gallery.js";
import { listening, requireFree } from "./listening.js";
import { serveSite } from "./site-server.js";
import { untilEnded } from "./until-ended.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = `${root}dist/site`;

/**
 * Serves the mock and the whole site of the docs until the process is asked to end.
 *
 * @returns the exit code
 * @throws when spec/ cannot be read or a port is not available
 */
export async function serve(mockPort: number, docsPort: number): Promise<number> {
  const ended = untilEnded();
  await requireFree("mock-port", mockPort);
  await requireFree("docs-port", docsPort);
  const mock = await prepareFresh(mockPort);
  const servers: { close(): Promise<void> }[] = [mock];
  try {
    const api = await listening("mock-port", mockPort, () => mock.listen({ port: mockPort }));
    const folders = { "/gallery/": await buildGallery(api.url) };
    const docs = await listening("docs-port", docsPort, () => serveSite(site, docsPort, { folders }));
    servers.push(docs);
    say(`Docs  ${docs.url}/ (guides, reference, search)`);
    say(`Mock  ${api.url} (both hosts of the API)`);
    say(`App   ${docs.url}/gallery/ (an example on the client and the mock)`);
    say(`Try   curl -H "Authorization: Bearer test" ${api.url}${operations.listMedia.path}`);
    await ended;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
  return say("Closed");
}

/** Prepares from generated/ while another process compares it with spec/, and again if it was behind. */
async function prepareFresh(mockPort: number): Promise<Mock> {
  const outdated = new AbortController();
  const changing = regenerate();
  // Nobody waits for pages of a contract that cannot be read or has changed.
  changing.then(
    (changed) => changed && outdated.abort(),
    () => outdated.abort(),
  );
  const [changed, mock] = await Promise.allSettled([changing, prepare(mockPort, outdated.signal)]);
  if (changed.status === "rejected") throw changed.reason;
  if (changed.value) return prepare(mockPort);
  if (mock.status === "rejected") throw mock.reason;
  return mock.value;
}

async function prepare(mockPort: number, signal?: AbortSignal): Promise<Mock> {
  // A free port is known too late for the consoles of the pages: they then name the default one.
  const port = mockPort === 0 ? DEFAULT_PORTS.mock : mockPort;
  const bundle = `${root}generated/openapi.json`;
  const options = { bundle, output: site, site: undefined, mock: `http://127.0.0.1:${port}`, signal };
  const [mock] = await Promise.all([createMock(), buildSite(options)]);
  return mock;
}

/**
 * Updates generated/ from spec/, unless an earlier start or lint found it up to date with the same content.
 *
 * @returns whether it was behind
 * @throws when spec/ cannot be read
 */
async function regenerate(): Promise<boolean> {
  const outcome = await unlessClean("generated", await contractKey(root), cleanContent(root), async () =>
    (await generate())
      ? { kind: "findings", lines: ["generated/ was behind spec/: updated"] }
      : { kind: "clean" },
  );
  if (outcome.kind !== "findings") return false;
  for (const line of outcome.lines) say(line);
  return true;
}

/** Returns whether generated/ was behind. */
async function generate(): Promise<boolean> {
  const args = [...FROM_SOURCE, "scripts/generate.ts"];
  const { code, output } = await runStep({ name: "generate", args }, root);
  if (code !== 0) throw new Error(output.replace(/^generate: /, ""));
  return /^(wrote|removed) /m.test(output);
}
