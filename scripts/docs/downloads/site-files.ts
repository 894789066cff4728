import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { Document } from "../../generate/document/document.js";
import type { Page } from "../pages/page.js";
import { workflowPath } from "../pages/workflows-page.js";
import { brunoCollection } from "./bruno-collection.js";
import { changelogFeed } from "./changelog-feed.js";
import { llmsFull, llmsIndex } from "./llms.js";
import { sitemap } from "./sitemap.js";
import { publishedWorkflow, readWorkflows } from "./workflow-files.js";

/** Files that the site publishes as they are. */
const GENERATED = ["openapi.yaml", "openapi.json", "openapi-3.0.yaml", "postman_collection.json"];

/** All files of the site that are not pages, by path. */
export async function siteFiles({
  document,
  pages,
  site,
  root,
}: {
  document: Document;
  pages: readonly Page[];
  site: string | undefined;
  root: string;
}): Promise<Map<string, string | Uint8Array>> {
  return new Map<string, string | Uint8Array>([
    ...(await Promise.all(
      GENERATED.map(async (name) => [name, await readFile(join(root, "generated", name))] as const),
    )),
    ["icon.svg", await readFile(join(root, "docs/icon.svg"))],
    ["llms.txt", llmsIndex(document, pages, site)],
    ["llms-full.txt", llmsFull(pages)],
    ["changelog.xml", changelogFeed(await readFile(join(root, "CHANGELOG.md"), "utf8"), site)],
    ["assets/without-script.css", await readFile(join(root, "docs/.vitepress/theme/without-script.css"))],
    ["card.png", await readFile(join(root, "docs/card.png"))],
    [".nojekyll", ""],
    ["robots.txt", robots(site)],
    ["bruno.zip", zipped(brunoCollection(document))],
    ...[...(await readWorkflows(root))].map(
      ([file, text]) => [workflowPath(file), publishedWorkflow(text)] as const,
    ),
    ...(site === undefined ? [] : [["sitemap.xml", sitemap(pages, site)] as const]),
  ]);
}

/** Lets every crawler in, and names the sitemap where the address of the site is known (RFC 9309). */
const robots = (site: string | undefined): string =>
  `User-agent: *\nAllow: /\n${site === undefined ? "" : `Sitemap: ${new URL("sitemap.xml", site).href}\n`}`;

/** A ZIP archive of these files, byte for byte the same on every build. */
function zipped(files: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...files].map(([path, text]) => [`ittybit/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}
