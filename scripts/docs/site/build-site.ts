import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import type { Document } from "../../generate/document/document.js";
import { readClientEntries } from "../client-reference/read-client-entries.js";
import { markdownCopy } from "../downloads/markdown-copy.js";
import { siteFiles } from "../downloads/site-files.js";
import { readWorkflows } from "../downloads/workflow-files.js";
import { sitePages } from "../pages/all-pages.js";
import type { Page } from "../pages/page.js";
import { browserScript } from "../reference/browser-script.js";
import { readBundle, renderReference } from "../reference/render-reference.js";
import { splitReference } from "../reference/split-reference.js";
import { finishPage } from "./finish-page.js";
import { lastChanges } from "./last-changes.js";
import { renderPages } from "./render-pages.js";
import { finishScript } from "./site-base.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The reference in one file, to hand over: it works from a disk and without a network. */
const ONE_FILE = "ittybit-media-api.html";

const MOCK = `http://127.0.0.1:${DEFAULT_PORTS.mock}`;

/** Input and output of a build. */
export interface SiteOptions {
  /** The bundled contract, as JSON. */
  readonly bundle: string;
  /** Folder of the site. Its content is deleted. */
  readonly output: string;
  /** Absolute URL of the site; undefined when it is not known. */
  readonly site: string | undefined;
  /** Address of the repository, for links to the sources of pages; undefined when it is not known. */
  readonly repository?: string | undefined;
  /** Base URL that consoles begin with; by default that of `npm run mock`. */
  readonly mock?: string;
  /** Stops the build: the call then throws, and the output folder stays as it was. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds the site. Replaces the output folder as the last step, so that a failed build leaves the old site in place.
 *
 * @throws where a source is missing or a page cannot be rendered, naming the file and what to do
 */
export async function buildSite({
  bundle,
  output,
  site,
  repository,
  mock = MOCK,
  signal,
}: SiteOptions): Promise<{ pages: number }> {
  const document = (await readBundle(bundle)) as Document;
  const work = join(root, "dist", `.site-${process.pid}`);
  const built = join(work, "site");
  try {
    const reference = join(built, "reference");
    // Redocly first: of two failures its own is thrown, which names what is wrong with the document.
    const parts = [
      renderReference(bundle, join(work, "reference", ONE_FILE), signal),
      render({ document, repository, mock }, join(work, "pages"), built, signal),
    ] as const;
    // Both have ended when a failure is thrown, so that nothing still writes.
    await Promise.allSettled(parts);
    const [, pages] = await Promise.all(parts);
    await finishPages(built, site);
    await rename(join(work, "reference"), reference);
    await writeFiles(reference, await servedReference(join(reference, ONE_FILE), site));
    await writeFiles(built, new Map(pages.map((page) => [`${page.path}.md`, markdownCopy(page)])));
    await writeFiles(built, await siteFiles({ document, pages, site, root }));
    await rm(output, { recursive: true, force: true });
    await mkdir(dirname(output), { recursive: true });
    await rename(built, output);
    return { pages: pages.length };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The page of the reference as the site serves it, made from the one that stands alone. */
async function servedReference(file: string, site: string | undefined): Promise<Map<string, string>> {
  const address = site === undefined ? undefined : new URL("reference/", site).href;
  const starter = await browserScript("start-redoc.ts");
  const { page, redoc } = splitReference(await readFile(file, "utf8"), starter, address);
  return new Map([
    ["index.html", page],
    ["redoc.js", redoc],
  ]);
}

/** Creates all pages from the contract and renders them. */
async function render(
  { document, repository, mock }: { document: Document; repository: string | undefined; mock: string },
  source: string,
  output: string,
  signal: AbortSignal | undefined,
): Promise<readonly Page[]> {
  const made = sitePages({
    document,
    written: await writtenPages(join(root, "docs")),
    client: await readClientEntries(),
    changelog: await readFile(join(root, "CHANGELOG.md"), "utf8"),
    workflows: await readWorkflows(root),
    mock,
  });
  await renderPages({ ...made, repository, mock, changed: await lastChanges(root) }, source, output, signal);
  return made.pages;
}

/** The hand-written pages, by path below docs/, and the README of the mock. */
async function writtenPages(folder: string): Promise<Map<string, string>> {
  const own = ["", "guides/", "qa/"].map(async (below) =>
    (await readdir(join(folder, below))).map((name) => below + name),
  );
  const files = (await Promise.all(own)).flat().filter((name) => name.endsWith(".md"));
  const readme = await readFile(join(root, "packages/mock/README.md"), "utf8");
  const texts = files.map(async (file) => [file, await readFile(join(folder, file), "utf8")] as const);
  return new Map([...(await Promise.all(texts)), ["mock/README.md", readme]]);
}

async function finishPages(folder: string, site: string | undefined): Promise<void> {
  const finish: Record<string, (text: string, file: string) => string> = {
    ".html": (text, file) => finishPage(text, file, site),
    ".js": finishScript,
  };
  for (const file of await readdir(folder, { recursive: true })) {
    const [path, finished] = [join(folder, file), finish[extname(file)]];
    if (finished) await writeFile(path, finished(await readFile(path, "utf8"), file));
  }
  const left = ["package.json", "vp-icons.css"];
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
