import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

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
  const filter = (path: string) => !["node_modules", "dist", ".cache"].includes(basename(path));
  for (const part of parts) await cp(join(root, part), join(copy, part), { recursive: true, filter });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}
