import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildOnce } from "../../cache/build-once.js";
import { contentKey } from "../../cache/content-key.js";
import type { NavigationGroup } from "../navigation.js";
import { type Page, pageSource } from "../pages/page.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const vitepress = join(root, "node_modules/vitepress/bin/vitepress.js");

/** What the rendered pages depend on besides their text. */
const SOURCES = ["docs/.vitepress", "scripts/docs", "node_modules/vitepress/package.json"];

/** All pages of a site, before they are rendered. */
interface UnrenderedSite {
  readonly pages: readonly Page[];
  readonly groups: readonly NavigationGroup[];
}

/**
 * Renders pages with VitePress into a folder. The same pages are rendered once, and copied after that.
 *
 * @param source folder inside the repository, so that VitePress finds its packages; it exists during the call only
 *
 * @throws with VitePress's own message
 */
export async function renderPages(site: UnrenderedSite, source: string, output: string): Promise<void> {
  const texts = site.pages.map((page) => [page.path, pageSource(page)]);
  const key = await contentKey(root, SOURCES, JSON.stringify([texts, site.groups]));
  const write = (folder: string) => render(site, source, folder);
  await cp(await buildOnce({ name: "pages", key, write }), output, { recursive: true });
}

async function render({ pages, groups }: UnrenderedSite, source: string, output: string): Promise<void> {
  try {
    for (const page of pages) await write(join(source, `${page.path}.md`), pageSource(page));
    await write(join(source, "navigation.json"), JSON.stringify(groups));
    await vitePress({ DOCS_SOURCE: source, DOCS_OUTPUT: output });
  } finally {
    await rm(source, { recursive: true, force: true });
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function vitePress(variables: Record<string, string>): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", ...variables };
  const run = promisify(execFile)(process.execPath, [vitepress, "build", "docs"], { cwd: root, env });
  await run.catch((error: Error & { stderr?: string; stdout?: string }) => {
    throw new Error(`VitePress: ${(error.stderr || error.stdout || error.message).trim()}`);
  });
}
