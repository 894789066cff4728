import { watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "../../command.js";
import { writeGenerated } from "../../generate/write-generated.js";
import { serveSite } from "../../start/site-server.js";
import { untilEnded } from "../../start/until-ended.js";
import { buildSite, type SiteOptions } from "./build-site.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Folders of docs/ that the site is made from, one by one: editors keep files in hidden ones. */
const folders = ["", "guides", "qa", "reference", ".vitepress", ".vitepress/theme", ".vitepress/browser"];

/** Single files that are pages, in folders of which the site shows nothing else. */
const FILES = ["CHANGELOG.md", "packages/mock/README.md"];

/**
 * Builds and serves the site, and rebuilds it when spec/, docs/, the client's source, the changelog or the mock's README
 * changes, until the process is asked to end. A build that fails is reported and leaves the site as it was.
 *
 * @throws where the first build fails
 */
export async function watchSite(options: SiteOptions, port: number): Promise<number> {
  const ended = untilEnded();
  const generated = generatedFiles();
  const refresh = async () => {
    await generated.update();
    const { pages } = await buildSite(options);
    say(`${pages} pages built`);
  };
  await refresh();
  const server = await serveSite(options.output, port);
  say(`Docs  ${server.url}/`);
  const builds = repeater(refresh);
  const watchers = [
    watch(join(root, "spec"), { recursive: true }, () => {
      generated.outdate();
      builds.ask();
    }),
    watch(join(root, "packages/client/src"), { recursive: true }, builds.ask),
    ...folders.map((folder) =>
      watch(join(root, "docs", folder), (_event, file) => file?.startsWith(".") || builds.ask()),
    ),
    ...FILES.map((path) =>
      watch(join(root, dirname(path)), (_event, file) => file === basename(path) && builds.ask()),
    ),
  ];
  await ended;
  for (const watcher of watchers) watcher.close();
  await builds.idle();
  await server.close();
  return say("Closed");
}

/** Updates generated/, which takes seconds, at the start and after each change of spec/ only. */
function generatedFiles(): { outdate(): void; update(): Promise<void> } {
  let isOutdated = true;
  const outdate = () => {
    isOutdated = true;
  };
  const update = async () => {
    if (!isOutdated) return;
    isOutdated = false;
    try {
      await writeGenerated(root);
    } catch (error) {
      outdate();
      throw error;
    }
  };
  return { outdate, update };
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
