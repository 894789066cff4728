import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { builtSiteFolder, siteIn } from "../../scripts/cache/built-site.js";

/** The one-page reference, which Redocly makes, as all of its folder; all other pages are ours. */
export const REFERENCE_PAGE = "reference/index.html";

/** The site as built for the tests. Its files are not to be changed. */
export interface BuiltSite {
  /** The folder to serve; the site is below it, at the path of its URL. */
  readonly parent: string;
  /** Every file, by path in the site, in order. */
  readonly files: readonly string[];
  read(file: string): Promise<string>;
  /** The text of every page, by file. */
  html(): Promise<Map<string, string>>;
}

/** Reads the site, which is built once for all tests. */
export async function builtSite(): Promise<BuiltSite> {
  const parent = await builtSiteFolder();
  const folder = siteIn(parent);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
  const read = (file: string) => readFile(join(folder, file), "utf8");
  const html = async () => {
    const pages = files.filter((name) => name.endsWith(".html"));
    return new Map(await Promise.all(pages.map(async (file) => [file, await read(file)] as const)));
  };
  return { parent, files, read, html };
}
