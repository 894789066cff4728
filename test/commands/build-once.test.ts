import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildOnce } from "../../scripts/cache/build-once.js";
import { contentKey } from "../../scripts/cache/content-key.js";

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "build-once-"));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

/** A build that counts how often it ran. */
function counting(key: string, name = "thing") {
  const runs = { count: 0 };
  const write = async (folder: string) => {
    runs.count += 1;
    await writeFile(join(folder, "result.txt"), key);
  };
  return { runs, build: () => buildOnce({ name, key, write }, cache) };
}

describe("a build", () => {
  test("runs once for all that ask, at the same time and later", async () => {
    const { runs, build } = counting("aa");
    const folders = await Promise.all([build(), build(), build()]);
    expect([new Set([...folders, await build()]).size, runs.count]).toEqual([1, 1]);
    expect(await readFile(join(folders[0] as string, "result.txt"), "utf8")).toBe("aa");
    expect(await readdir(cache)).toEqual(["thing-aa"]);
  });

  test("that fails leaves nothing, and runs again", async () => {
    const write = async (folder: string) => {
      await writeFile(join(folder, "half.txt"), "");
      throw new Error("broken");
    };
    await expect(buildOnce({ name: "thing", key: "aa", write }, cache)).rejects.toThrow("broken");
    expect(await readdir(cache)).toEqual([]);
    const { runs, build } = counting("aa");
    expect([await readdir(await build()), runs.count]).toEqual([["result.txt"], 1]);
  });

  test("that was killed gives its lock to the next", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await writeFile(join(cache, "thing-aa.lock"), `${pid}`);
    await mkdir(join(cache, `thing-aa.${pid}.unfinished`));
    const { build } = counting("aa");
    expect(await readdir(await build())).toEqual(["result.txt"]);
  });

  test("of other contents is kept, up to four of a name", async () => {
    for (const key of ["aa", "bb", "cc", "dd", "ee"]) await counting(key).build();
    await counting("aa", "other").build();
    expect((await readdir(cache)).filter((entry) => entry.startsWith("thing"))).toHaveLength(4);
  });
});

test("the key of files depends on their names and bytes, and not on where they are or what is built of them", async () => {
  const folders = await Promise.all(
    ["one", "two"].map((name) => mkdir(join(cache, name, "src"), { recursive: true })),
  );
  expect(folders).toHaveLength(2);
  const [one, two] = [join(cache, "one"), join(cache, "two")];
  for (const root of [one, two]) await writeFile(join(root, "src/a.ts"), "1");
  const key = await contentKey(one, ["src", "none"]);
  expect(await contentKey(two, ["src", "none"])).toBe(key);
  await mkdir(join(two, "src/dist"));
  await writeFile(join(two, "src/dist/a.js"), "built");
  expect(await contentKey(two, ["src"])).toBe(key);
  await writeFile(join(two, "src/a.ts"), "2");
  expect(await contentKey(two, ["src"])).not.toBe(key);
  await writeFile(join(two, "src/a.ts"), "1");
  await writeFile(join(two, "src/b.ts"), "");
  expect(await contentKey(two, ["src"])).not.toBe(key);
  expect(await contentKey(one, ["src"], "option")).not.toBe(key);
});
