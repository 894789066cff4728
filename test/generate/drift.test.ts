import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compareGenerated, isStale, writeGenerated } from "../../scripts/generate/write-generated.js";
import { copyOfRepository, edit } from "./repository.js";

it("this repository is not stale, nor does what the build of the package leaves there make it so", async () => {
  const copy = await copyOfRepository();
  await mkdir(join(copy, "generated/dist"));
  await writeFile(join(copy, "generated/dist/operations.js"), "");

  expect(await isStale(copy)).toBe(false);
});

it.each([
  ["spec/openapi.yaml", "title:", "title: Another"],
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

it("writing fixes it: what differs is written, what is stray goes, the rest is left alone", async () => {
  const copy = await copyOfRepository();
  await writeFile(join(copy, "generated/notes.md"), "");
  await appendFile(join(copy, "spec/openapi.yaml"), "x-edit: true\n");

  const { differences } = await writeGenerated(copy);

  expect(differences).toContainEqual({ file: "notes.md", state: "stray" });
  expect(differences).toContainEqual({ file: "openapi.yaml", state: "differs" });
  expect(differences.map(({ file }) => file)).not.toContain("types.ts");
  expect(await readFile(join(copy, "generated/openapi.yaml"), "utf8")).toContain("x-edit: true\n");
  expect(await isStale(copy)).toBe(false);
});
