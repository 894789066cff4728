import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildOnce } from "./build-once.js";
import { builtCommand } from "./built-command.js";
import { contentKeyOnce } from "./content-key.js";
import { PACKAGE_SOURCES } from "./package-sources.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the site that is built for the tests says that it stands. */
export const SITE_URL = "https://docs.example.com/api/";

/** Of what the site is made from. */
const sourceKey = contentKeyOnce(root, [
  ...["docs", "spec", "generated", "scripts", "examples", "CHANGELOG.md", "README.md"],
  ...PACKAGE_SOURCES,
  ...["LICENSE", "package.json", "package-lock.json", "redocly.yaml", "tsconfig.json"],
]);

/**
 * The site, built once for all tests, with the command that readers of the README use.
 *
 * @returns the folder to serve, which is not to be changed. The site is below it, at the path of its URL.
 */
export async function builtSiteFolder(): Promise<string> {
  return buildOnce({ name: "docs-site", key: await sourceKey(), write });
}

async function write(parent: string): Promise<void> {
  const args = [await builtCommand("docs"), "--output", siteIn(parent), "--site", SITE_URL];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}

/** The folder of the site itself. */
export const siteIn = (parent: string): string => join(parent, new URL(SITE_URL).pathname);
