import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "../generate/document.js";
import { llmsFull, llmsIndex } from "./llms.js";
import type { Page } from "./page.js";
import { sitemap } from "./sitemap.js";

/** The files beside the pages, by path in the site. */
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
  const generated = (name: string) => readFile(join(root, "generated", name));
  return new Map<string, string | Uint8Array>([
    ["openapi.yaml", await generated("openapi.yaml")],
    ["openapi.json", await generated("openapi.json")],
    ["postman_collection.json", await generated("postman_collection.json")],
    ["icon.svg", await readFile(join(root, "docs/icon.svg"))],
    ["llms.txt", llmsIndex(document, pages, site)],
    ["llms-full.txt", llmsFull(pages)],
    [".nojekyll", ""],
    ...(site === undefined ? [] : [["sitemap.xml", sitemap(pages, site)] as const]),
  ]);
}
