import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { copySources } from "./copy-files.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const parts = [
  "spec",
  "generated",
  "scripts",
  "packages",
  "docs",
  "package.json",
  "redocly.yaml",
  "tsconfig.json",
  "CHANGELOG.md",
];

/** What the commands read of this repository, in a folder of its own, gone after the test. */
export async function copyOfRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "ittybit-copy-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  await copySources(root, copy, parts);
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}
