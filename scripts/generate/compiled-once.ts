import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "../cache/build-once.js";
import { contentKey } from "../cache/content-key.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const FILE = "schema.js";

/**
 * Compiles schemas that do not follow from spec/ once for all runs.
 *
 * @param name of the result in the cache
 * @param sources what it follows from, beside the generator itself and the installed packages
 */
export async function compiledOnce(
  name: string,
  sources: readonly string[],
  compile: () => Promise<string>,
): Promise<string> {
  const folder = await buildOnce({
    name,
    key: await contentKey(root, ["scripts/generate", ...sources, "package-lock.json"]),
    write: async (folder) => writeFile(join(folder, FILE), await compile()),
  });
  return readFile(join(folder, FILE), "utf8");
}
