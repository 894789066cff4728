import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compareGenerated, isStale } from "../../scripts/generate/generated.js";
import { copyOfRepository, edit } from "./repository.js";

it("this repository is not stale", async () => {
  expect(await isStale(await copyOfRepository())).toBe(false);
});

it.each([
  ["spec/openapi.yaml", "title:", "title: Another"],
  ["spec/paths/audio.yaml", "summary:", "summary: Another"],
  ["spec/components/schemas/Media.yaml", "description:", "deprecated: true\ndescription:"],
  ["spec/components/parameters/Limit.yaml", "maximum: 250", "maximum: 251"],
  ["spec/components/examples/MediaList.yaml", "200", "201"],
])("an edit in %s makes generated/ stale", async (file, from, to) => {
  const copy = await copyOfRepository();
  await edit(join(copy, file), from, to);

  const { differences } = await compareGenerated(copy);

  expect(differences).toContainEqual({ file: "openapi.json", state: "differs" });
  expect(differences).toContainEqual({ file: "openapi.yaml", state: "differs" });
});

it("an edit in generated/ and a stray file there make it stale", async () => {
  const copy = await copyOfRepository();
  await writeFile(join(copy, "generated/notes.md"), "");
  await writeFile(join(copy, "generated/operations.ts"), "");

  expect((await compareGenerated(copy)).differences).toEqual([
    { file: "notes.md", state: "stray" },
    { file: "operations.ts", state: "differs" },
  ]);
});

it("what the build of the package leaves there is not stray", async () => {
  const copy = await copyOfRepository();
  await mkdir(join(copy, "generated/dist"));
  await writeFile(join(copy, "generated/dist/operations.js"), "");

  expect((await compareGenerated(copy)).differences).toEqual([]);
});
