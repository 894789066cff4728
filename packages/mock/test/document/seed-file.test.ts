import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { createMock } from "../../src/index.js";
import { call } from "../call-mock.js";

const folder = await mkdtemp(join(tmpdir(), "seed-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function seedFile(name: string, text: string): Promise<URL> {
  await writeFile(join(folder, name), text);
  return pathToFileURL(join(folder, name));
}

const ITEM = `id: vHarbour
  kind: video
  created: "2024-03-21T09:30:00Z"
  filesize: 1048576`;

it.each([
  ["a list", `- ${ITEM}\n`],
  ["an object with the list", `media:\n- ${ITEM}\n`],
])("reads %s of media, and resets to it", async (_form, text) => {
  const mock = await createMock({ seed: await seedFile("media.yaml", text) });
  await call(mock, "DELETE", "/media/vHarbour");
  mock.reset();
  const { status, body } = await call(mock, "GET", "/media/vHarbour");
  expect([status, body.data.status, body.data.sources.length]).toEqual([200, "complete", 1]);
  expect((await call(mock, "GET", "/videos")).body.meta.total).toBe(1);
});

it("reads an exported snapshot, with deleted media and those of the README", async () => {
  const before = await createMock();
  const [{ id }] = (await call(before, "GET", "/media")).body.data;
  await call(before, "DELETE", `/media/${id}`);
  await call(before, "PUT", "/__mock/snapshots/one");
  const { body } = await call(before, "GET", "/__mock/snapshots/one");
  const after = await createMock({ seed: await seedFile("one.json", JSON.stringify(body)) });
  expect(after.state().map((media) => [media.id, media.deleted])).toEqual(
    before.state().map((media) => [media.id, media.deleted]),
  );
  expect((await call(after, "GET", `/media/${id}`)).body.data).toMatchObject({
    sources: [],
    urls: { poster: null },
  });
});

it("reads the sample of the README", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, sample = ""] = /```yaml\n(- id:.*?)```/s.exec(readme) ?? [];
  const mock = await createMock({ seed: await seedFile("readme.yaml", sample) });
  expect(mock.state()).toHaveLength(1);
});

it.each([
  ["an unknown field", `- ${ITEM}\n  titel: x\n`, /^seed\.yaml:5: .*titel/],
  [
    "a value outside the contract",
    `- ${ITEM}\n- ${ITEM.replace("vHarbour", "v2").replace("1048576", "-1")}\n`,
    /^seed\.yaml:8: .*filesize/,
  ],
  [
    "a missing field",
    "- kind: video\n  created: '2024-03-21T09:30:00Z'\n  filesize: 1\n",
    /^seed\.yaml:1: .*id/,
  ],
  [
    "a second Media with an id",
    `- ${ITEM}\n- ${ITEM}\n`,
    /^seed\.yaml:5: a second Media has the id vHarbour\.$/,
  ],
  ["no list", "a: 1\n", /^seed\.yaml:1: a seed file is a list of media/],
  ["text that is not YAML", "- {\n", /^seed\.yaml:\d+: /],
])("refuses %s, with file and line", async (_fault, text, message) => {
  await expect(createMock({ seed: await seedFile("seed.yaml", text) })).rejects.toThrow(message);
});

it("names a file that does not exist", async () => {
  await expect(createMock({ seed: pathToFileURL(join(folder, "none.json")) })).rejects.toThrow(
    /none\.json does not exist/,
  );
});
