import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "../../command.js";
import { isStale, writeGenerated } from "../../generate/write-generated.js";
import { serveSite } from "../../start/site-server.js";
import { untilEnded } from "../../start/until-ended.js";
import { buildSite, type SiteOptions } from "./build-site.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Sources outside docs/, with all that is below them: the contract, and what the client's reference is made from. */
const sources = ["spec", "packages/client/src"];

/** Folders of docs/, one by one: VitePress creates a temporary folder in docs/ while it builds. */
const folders = ["", "guides", "qa", "reference", ".vitepress", ".vitepress/theme", ".vitepress/browser"];

/**
 * Builds and serves the site, and rebuilds it when spec/, docs/ or the client's source changes, until the process is asked to end.
 * A build that fails is reported and leaves the site as it was.
 *
 * @throws where the first build fails
 */
export async function watchSite(options: SiteOptions, port: number): Promise<number> {
  const ended = untilEnded();
  await refresh(options);
  const server = await serveSite(options.output, port);
  say(`Docs  ${server.url}/`);
  const builds = repeater(() => refresh(options));
  const watchers = [
    ...sources.map((folder) => watch(join(root, folder), { recursive: true }, builds.ask)),
    ...folders.map((folder) =>
      watch(join(root, "docs", folder), (_event, file) => file?.startsWith(".") || builds.ask()),
    ),
  ];
  await ended;
  for (const watcher of watchers) watcher.close();
  await builds.idle();
  await server.close();
  return say("Closed");
}

async function refresh(options: SiteOptions): Promise<void> {
  if (await isStale(root)) await writeGenerated(root);
  const { pages } = await buildSite(options);
  say(`${pages} pages built`);
}

/** Runs the work on request, one run at a time; requests during a run cause one more run after it. */
function repeater(work: () => Promise<void>): { ask(): void; idle(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    do {
      again = false;
      await work().catch((error: Error) => process.stderr.write(`docs: ${error.message.trim()}\n`));
    } while (again);
    running = undefined;
  };
  return {
    ask: () => {
      if (running === undefined) running = loop();
      else again = true;
    },
    idle: async () => running,
  };
}
