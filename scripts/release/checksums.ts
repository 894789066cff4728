import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Name of the file that lists the hash of every other file of a release. */
export const CHECKSUMS = "SHA256SUMS";

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

/**
 * Reads the files of a release that was built earlier.
 *
 * @returns their names, in the order of the list
 * @throws when the list or a file is missing, or a file is not what was built
 */
export async function verifiedFiles(folder: string): Promise<string[]> {
  const listed = await readFile(join(folder, CHECKSUMS), "utf8").catch((cause) => {
    throw new Error(`${join(folder, CHECKSUMS)} cannot be read: build the release first.`, { cause });
  });
  const names = listed.split("\n").flatMap((line) => line.split("  ")[1] ?? []);
  for (const name of names) {
    const line = await checksums(folder, [name]).catch(() => "");
    if (!listed.includes(line) || line === "")
      throw new Error(
        `${join(folder, name)} is missing or differs from ${CHECKSUMS}: build the release again.`,
      );
  }
  return names;
}
