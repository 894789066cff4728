import { execFile } from "node:child_process";
import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Running } from "@ittybit/test-support/commands/process";
import { copyOfRepository } from "@ittybit/test-support/sandboxes/copy-of-repository";
import { afterEach, expect, it } from "vitest";
import { builtCommandIn } from "../../scripts/cache/built-command.js";

const run = promisify(execFile);

let running: Running | undefined;
afterEach(() => running?.end("SIGKILL"));

/** Milliseconds between looks at what was built. */
const INTERVAL = { interval: 250 };

async function append(file: string, text: string): Promise<void> {
  await writeFile(file, `${await readFile(file, "utf8")}${text}`);
}

/** Lets pages show the dates of this repository's changes, so that the first build is the one that other tests share. */
async function shareHistory(copy: string): Promise<void> {
  const { stdout } = await run("git", ["rev-parse", "--absolute-git-dir"]).catch(() => ({ stdout: "" }));
  if (stdout !== "") await writeFile(join(copy, ".git"), `gitdir: ${stdout}`);
}

it("npm run docs -- --watch serves the site, and builds it again on a change in docs/, in spec/, in the client and in the mock's README", async () => {
  const copy = await copyOfRepository();
  await shareHistory(copy);
  running = new Running([await builtCommandIn(copy, "docs"), "--watch", "--port", "0"], copy);
  const [, url = ""] = await running.says(/^Docs {2}(\S+)$/m);
  const served = async (path: string) => (await fetch(new URL(path, url))).text();
  const builds = () => running?.out.match(/pages built/g)?.length ?? 0;
  const touched = async (file: string) => {
    const [before, now] = [builds(), new Date()];
    await utimes(join(copy, file), now, now);
    await expect.poll(builds, INTERVAL).toBeGreaterThan(before);
  };
  expect(await served("guides/deletion.html")).toContain("<h1");
  expect(builds()).toBe(1);
  await touched("packages/client/src/index.ts");
  await touched("packages/mock/README.md");
  await touched("CHANGELOG.md");
  await touched("docs/guides/deletion.md");

  // What changes here is published as it is: pages with another text would take VitePress longer than all the rest.
  expect(await served("icon.svg")).not.toContain("changed");
  await append(join(copy, "docs/icon.svg"), "<!-- changed -->\n");
  await expect.poll(() => served("icon.svg"), INTERVAL).toContain("changed");

  // Only downloads and the one-page reference show this URL.
  const spec = join(copy, "spec/openapi.yaml");
  expect(await served("openapi.yaml")).not.toContain("/docs/changed");
  const text = await readFile(spec, "utf8");
  await writeFile(
    spec,
    text.replace(/^(externalDocs:\n(?: {2}.*\n)*? {2}url: ).*/m, "$1https://ittybit.com/docs/changed"),
  );
  await expect.poll(() => served("openapi.yaml"), INTERVAL).toContain("/docs/changed");

  expect(await running.end("SIGINT")).toBe(0);
  expect(running.out).toMatch(/Closed\n$/);
});
