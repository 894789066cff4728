import { link, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { UsageError } from "../usage-error.js";

/** What stands for the number of a part in the name of a file. */
const WINDOW_PLACEHOLDER = "{n}";

/** Whether each part has a file of its own. */
export function isPerWindow({ file }: { readonly file: string | null }): boolean {
  return file?.includes(WINDOW_PLACEHOLDER) === true;
}

/**
 * Writes a report in such a way that whoever reads the file finds all of the old one or all of the new one, also when
 * the disk is full or the process ends half-way. Devices and pipes are written to as they are.
 *
 * @throws when it cannot be written
 */
export async function writeReport(name: string, text: string): Promise<void> {
  const found = await stat(name).catch(() => null);
  if (found !== null && !found.isFile()) return writeFile(name, text);
  const file = found === null ? name : await realpath(name);
  await withDraft(file, text, (draft) => rename(draft, file));
}

/**
 * Writes a report under the first number that no file has: other processes may write into the same folder, and what
 * an earlier run wrote is kept.
 *
 * @param name with {@link WINDOW_PLACEHOLDER}
 * @param from number to begin with
 * @returns the number it was written under
 * @throws when it cannot be written
 */
export async function writeWindow(name: string, text: string, from: number): Promise<number> {
  for (let number = from; ; number += 1) {
    const file = name.replaceAll(WINDOW_PLACEHOLDER, String(number));
    try {
      await withDraft(file, text, (draft) => link(draft, file));
      return number;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** @throws UsageError when parts and the times to write them do not go together */
export function requireWindows(files: readonly string[], isParted: boolean): void {
  const numbered = files.find((file) => file.includes(WINDOW_PLACEHOLDER));
  if (isParted && files.length === 0) {
    throw new UsageError(
      `--every writes reports to files: add --report json=part-${WINDOW_PLACEHOLDER}.json.`,
    );
  }
  if (!isParted && numbered !== undefined) {
    throw new UsageError(
      `--report ${numbered} has ${WINDOW_PLACEHOLDER}, the number of a part: add --every 10000 or --every 60s.`,
    );
  }
}

/** Writes a file beside the one that is meant, on the same disk, and has it put in its place. */
async function withDraft(file: string, text: string, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await writeDurably(draft, text);
    await place(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Resolves once the bytes are on the disk. */
async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
