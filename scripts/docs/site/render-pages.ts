import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { DefaultTheme } from "vitepress";
import { buildOnce } from "../../cache/build-once.js";
import { contentKey } from "../../cache/content-key.js";
import { trails } from "../navigation.js";
import { type Page, pageSource } from "../pages/page.js";
import { type SearchSection, searchSections } from "../search/search-index.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const vitepress = join(root, "node_modules/vitepress/bin/vitepress.js");

/** What the rendered pages depend on besides their text. */
const SOURCES = ["docs/.vitepress", "scripts/docs", "node_modules/vitepress/package.json"];

/** All pages of a site, before they are rendered. */
export interface UnrenderedSite {
  readonly pages: readonly Page[];
  readonly sidebar: DefaultTheme.SidebarItem[];
  /** Address of the repository, for links to the sources of pages; undefined when it is not known. */
  readonly repository: string | undefined;
  /** Base URL of the mock on the reader's machine. */
  readonly mock: string;
  /** Date of the last change of a source, ISO 8601, by its path; empty outside a repository. */
  readonly changed: ReadonlyMap<string, string>;
}

/** What VitePress is told besides the pages (`site.json`). */
export interface SiteData {
  readonly sidebar: DefaultTheme.SidebarItem[];
  /** What a search can find, by file of the page. */
  readonly search: Readonly<Record<string, readonly SearchSection[]>>;
  readonly repository: string | undefined;
  readonly mock: string;
}

/**
 * Renders pages with VitePress into a folder. The same pages are rendered once, and copied after that.
 *
 * @param source folder inside the repository, so that VitePress finds its packages; it exists during the call only
 * @param signal stops VitePress
 * @throws with VitePress's own message
 */
export async function renderPages(
  site: UnrenderedSite,
  source: string,
  output: string,
  signal?: AbortSignal,
): Promise<void> {
  const files = filesOf(site);
  const key = await contentKey(root, SOURCES, JSON.stringify([...files]));
  const write = (folder: string) => render(files, source, folder, signal);
  await cp(await buildOnce({ name: "pages", key, write }), output, { recursive: true });
}

/** The files that VitePress reads, by path. */
function filesOf({ pages, sidebar, repository, mock, changed }: UnrenderedSite): Map<string, string> {
  const trail = trails(sidebar);
  const sources = pages.map((page) => {
    const matter = { trail: trail.get(page.path), lastUpdated: changed.get(page.source ?? "") };
    return [`${page.path}.md`, pageSource(page, matter)] as const;
  });
  const data: SiteData = { sidebar, search: searchSections(pages), repository, mock };
  return new Map([...sources, ["site.json", JSON.stringify(data)]]);
}

async function render(
  files: ReadonlyMap<string, string>,
  source: string,
  output: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for (const [path, text] of files) await write(join(source, path), text);
    await vitePress({ DOCS_SOURCE: source, DOCS_OUTPUT: output }, signal);
  } finally {
    await rm(source, { recursive: true, force: true });
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Collects garbage less often: a build makes much of it, and a twelfth of its time went there. */
const LARGE_YOUNG_GENERATION = "--max-semi-space-size=64";

async function vitePress(variables: Record<string, string>, signal: AbortSignal | undefined): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", ...variables };
  const options = { cwd: root, env, signal };
  const run = promisify(execFile)(
    process.execPath,
    [LARGE_YOUNG_GENERATION, vitepress, "build", "docs"],
    options,
  );
  await run.catch((error: Error & { stderr?: string; stdout?: string }) => {
    throw new Error(`VitePress: ${(error.stderr || error.stdout || error.message).trim()}`);
  });
}
