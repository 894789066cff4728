import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { Running } from "./process.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What `npm start` reads of this repository, in a folder of its own. */
async function copyOfRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "ittybit-start-"));
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  for (const part of ["spec", "generated", "scripts", "packages", "package.json", "redocly.yaml"])
    await cp(join(root, part), join(copy, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

it("npm start with a broken spec/: one line with the place, exit code 2, and generated/ is as it was", async () => {
  const copy = await copyOfRepository();
  const [spec, bundle] = [join(copy, "spec/paths/media.yaml"), join(copy, "generated/openapi.yaml")];
  const before = await readFile(bundle, "utf8");
  await writeFile(spec, (await readFile(spec, "utf8")).replace(/^ *operationId: listMedia\n/m, ""));

  const start = new Running(["scripts/start.ts", "--mock-port", "0", "--docs-port", "0"], copy);

  expect(await start.ended()).toBe(2);
  expect(start.err).toMatch(/^start: spec\/paths\/media\.yaml:\d+: .*operationId.*\n$/);
  expect(await readFile(bundle, "utf8")).toBe(before);
});
