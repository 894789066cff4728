import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { NavigationGroup } from "./navigation.js";
import { type Page, pageSource } from "./page.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const vitepress = join(root, "node_modules/vitepress/bin/vitepress.js");

/**
 * Renders pages with VitePress into a folder, which is emptied first. `source` is a folder inside the repository
 * that exists during the call only: VitePress finds its packages from there.
 *
 * @throws with VitePress's own message
 */
export async function renderPages(
  { pages, groups }: { pages: readonly Page[]; groups: readonly NavigationGroup[] },
  source: string,
  output: string,
): Promise<void> {
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
