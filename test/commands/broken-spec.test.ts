import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Running } from "@ittybit/test-support/commands/process";
import { copyOfRepository } from "@ittybit/test-support/sandboxes/copy-of-repository";
import { expect, it } from "vitest";
import { builtCommandIn } from "../../scripts/cache/built-command.js";

it("npm start with a broken spec/: one line with the place, exit code 2, and generated/ is as it was", async () => {
  const copy = await copyOfRepository();
  const [spec, bundle] = [join(copy, "spec/paths/media.yaml"), join(copy, "generated/openapi.yaml")];
  const before = await readFile(bundle, "utf8");
  await writeFile(spec, (await readFile(spec, "utf8")).replace(/^ *operationId: listMedia\n/m, ""));

  const start = new Running(
    [await builtCommandIn(copy, "start"), "--mock-port", "0", "--docs-port", "0"],
    copy,
  );

  expect(await start.ended()).toBe(2);
  expect(start.err).toMatch(/^start: spec\/paths\/media\.yaml:\d+: .*operationId.*\n$/);
  expect(await readFile(bundle, "utf8")).toBe(before);
});
