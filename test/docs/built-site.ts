import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildOnce } from "../../scripts/cache/build-once.js";
import { builtCommand } from "../../scripts/cache/built-command.js";
import { contentKey } from "../../scripts/cache/content-key.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the site says that it stands. */
export const SITE_URL = "https://docs.example.com/api/";

/** The one-page reference, which Redocly makes, as all of its folder; all other pages are ours. */
export const REFERENCE_PAGE = "reference/index.html";

/** What the site is made from. */
const SOURCES = ["docs", "spec", "generated", "scripts", "packages", "examples", "CHANGELOG.md", "README.md"];
const SETTINGS = ["LICENSE", "package.json", "package-lock.json", "redocly.yaml", "tsconfig.json"];

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

/** Builds the site once for all tests, with the command that readers of the README use. */
export async function builtSite(): Promise<BuiltSite> {
  const key = await contentKey(root, [...SOURCES, ...SETTINGS]);
  const parent = await buildOnce({ name: "docs-site", key, write: build });
  const folder = folderIn(parent);
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

async function build(parent: string): Promise<void> {
  const args = [await builtCommand("docs"), "--output", folderIn(parent), "--site", SITE_URL];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}

const folderIn = (parent: string) => join(parent, new URL(SITE_URL).pathname);
