import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const cspell = join(repository, "node_modules/cspell/bin.mjs");

/** What the spelling checker does not know: `file:line:column - Unknown word (…)`, one for each. */
async function unknownWords(...files: string[]): Promise<string[]> {
  const args = [
    cspell,
    "lint",
    "--config",
    "docs/cspell.json",
    "--no-progress",
    "--no-summary",
    "--unique",
    ...files,
  ];
  const run = promisify(execFile)(process.execPath, args, { cwd: repository });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout.split("\n").filter((line) => line !== "");
}

it("knows every word of the guides and of the contract's descriptions, and no misspelt one", async () => {
  const folder = await mkdtemp(join(repository, "docs/.spelling-"));
  try {
    const misspelt = join(folder, "page.md");
    await writeFile(misspelt, "This sentense is wrong.\n");
    const pages = ["docs/*.md", "docs/guides/*.md", "docs/qa/*.md", "generated/openapi.yaml"];
    expect(await unknownWords(...pages, misspelt)).toEqual([expect.stringContaining("(sentense)")]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
