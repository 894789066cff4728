import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stagedPackage } from "../../../scripts/cache/shared-builds.js";
import { PEERS } from "./environment.js";

const CASES = fileURLToPath(new URL(".", import.meta.url));
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Copies the cases into a folder, and beside them the client as it is published. */
export async function layOut(folder: string): Promise<void> {
  await cp(CASES, folder, { recursive: true, filter: (file) => !/\.ts$|\/next$/.test(file) });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const modules = join(folder, "node_modules");
  await cp(await stagedPackage("client"), join(modules, "@ittybit/client"), { recursive: true });
  for (const name of [...PEERS, "vitest"]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), join(modules, name));
  }
}
