import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Lists the SHA-256 hash of each file as `sha256sum --check` reads it: hash, two spaces, name.
 *
 * @param folder where the files are
 * @param names of the files, in the order of the list
 */
export async function checksums(folder: string, names: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    names.map(async (name) => {
      const hash = createHash("sha256").update(await readFile(join(folder, name)));
      return `${hash.digest("hex")}  ${name}\n`;
    }),
  );
  return lines.join("");
}
