import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { smallSpec } from "@ittybit/test-support/documents/small-spec";
import { copySources } from "@ittybit/test-support/sandboxes/copy-files";
import { openTestFolder } from "@ittybit/test-support/sandboxes/test-folder";
import { expect, it, onTestFinished } from "vitest";
import { compareFolder, type Difference, type Texts } from "../../scripts/generate/folder-difference.js";
import { outputs } from "../../scripts/generate/outputs.js";
import {
  compareGenerated,
  emitContext,
  openSource,
  writeGenerated,
} from "../../scripts/generate/write-generated.js";
import { copyOfRepository, edit } from "./repository.js";

/** A small contract with its generated/, in a folder of its own, gone after the test. */
async function writtenContract(): Promise<{ folder: string; texts: Texts }> {
  const { at, remove } = await openTestFolder();
  onTestFinished(remove);
  const folder = at(".");
  await copySources(smallSpec, folder, ["spec"]);
  const { differences, texts } = await writeGenerated(folder);
  expect(differences).toEqual([...texts.keys()].sort().map((file) => ({ file, state: "missing" })));
  return { folder, texts };
}

/** What is not up to date of the document alone: to make it takes a tenth of the time that all of generated/ takes. */
async function documentDifferences(copy: string): Promise<readonly Difference[]> {
  const source = await openSource(copy);
  const context = emitContext(source);
  const texts = new Map<string, string>();
  for (const { file, emit } of outputs) {
    if (/^openapi\.(?:json|yaml)$/.test(file)) texts.set(file, await emit(source.document, context));
  }
  return compareFolder(join(copy, "generated"), texts);
}

it("a contract is not stale once written, nor does what the build of the package leaves there make it so; an edit and a stray file do", async () => {
  const { folder, texts } = await writtenContract();
  await mkdir(join(folder, "generated/dist"));
  await writeFile(join(folder, "generated/dist/operations.js"), "");

  expect(await compareGenerated(folder)).toEqual({ differences: [], texts });

  await writeFile(join(folder, "generated/notes.md"), "");
  await writeFile(join(folder, "generated/operations.ts"), "");
  expect(await compareFolder(join(folder, "generated"), texts)).toEqual([
    { file: "notes.md", state: "stray" },
    { file: "operations.ts", state: "differs" },
  ]);
});

it.each([
  ["spec/openapi.yaml", "title:", "title: Another"],
  ["spec/components/parameters/Limit.yaml", "maximum: 250", "maximum: 251"],
  ["spec/components/examples/MediaList.yaml", "200", "201"],
])("an edit in %s makes generated/ stale", async (file, from, to) => {
  const copy = await copyOfRepository();
  await edit(join(copy, file), from, to);

  const differences = await documentDifferences(copy);

  expect(differences).toContainEqual({ file: "openapi.json", state: "differs" });
  expect(differences).toContainEqual({ file: "openapi.yaml", state: "differs" });
});

it("writing fixes it: what differs is written, what is stray goes, the rest is left alone", async () => {
  const { folder } = await writtenContract();
  await writeFile(join(folder, "generated/notes.md"), "");
  await appendFile(join(folder, "spec/openapi.yaml"), "x-edit: true\n");

  const { differences, texts } = await writeGenerated(folder);

  expect(differences).toContainEqual({ file: "notes.md", state: "stray" });
  expect(differences).toContainEqual({ file: "openapi.yaml", state: "differs" });
  expect(differences.map(({ file }) => file)).not.toContain("types.ts");
  expect(await readFile(join(folder, "generated/openapi.yaml"), "utf8")).toContain("x-edit: true\n");
  expect(await compareFolder(join(folder, "generated"), texts)).toEqual([]);
});
