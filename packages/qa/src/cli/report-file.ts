import { link, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { UsageError } from "../usage-error.js";
import type { ReportTarget } from "./report-options.js";

/** Placeholder in a file name for the number of a window. */
const WINDOW_PLACEHOLDER = "{n}";

/** Whether each window gets its own file. */
export function isPerWindow({ file }: { readonly file: string | null }): boolean {
  return file?.includes(WINDOW_PLACEHOLDER) === true;
}

/**
 * Replaces a report file atomically: readers see the old report or the new one, even if the disk is full or the process
 * ends half-way. Devices and pipes are written to directly.
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
 * Writes a report under the first free number. Files of other processes and of earlier runs are kept.
 *
 * @param name with {@link WINDOW_PLACEHOLDER}
 * @param from first number to try
 * @returns the number of the file that was written
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

/** @throws UsageError when `--every` and numbered report files do not go together */
export function requireWindows(files: readonly string[], hasWindows: boolean): void {
  const numbered = files.find((file) => file.includes(WINDOW_PLACEHOLDER));
  if (hasWindows && files.length === 0) {
    throw new UsageError(
      `--every writes reports to files: add --report json=part-${WINDOW_PLACEHOLDER}.json.`,
    );
  }
  if (!hasWindows && numbered !== undefined) {
    throw new UsageError(
      `--report ${numbered} has ${WINDOW_PLACEHOLDER}, the number of a window: add --every 10000 or --every 60s.`,
    );
  }
}

/**
 * Refuses reports that would overwrite a file the command reads.
 *
 * @param inputs names of files; null for those that are not given
 * @throws UsageError before anything is written
 */
export async function requireNoOverwrite(
  targets: readonly ReportTarget[],
  inputs: readonly (string | null)[],
): Promise<void> {
  const known = new Map<string, string>();
  for (const input of inputs) {
    const identity = input === null ? null : await fileIdentity(input);
    if (identity !== null) known.set(identity, input as string);
  }
  for (const { reporter, file } of targets) {
    const identity = file === null ? null : await fileIdentity(file);
    const input = identity === null ? undefined : known.get(identity);
    if (input === undefined) continue;
    throw new UsageError(
      `--report ${reporter}=${file} would overwrite the input ${input}: give it another name.`,
    );
  }
}

/** Device and inode, which links share; null for what is not a file, such as a pipe or a device. */
async function fileIdentity(name: string): Promise<string | null> {
  const found = await stat(name, { bigint: true }).catch(() => null);
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : null;
}

/** Writes a draft in the same folder and lets `place` put it under its final name. */
async function withDraft(file: string, text: string, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    await writeDurably(draft, text);
    await place(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Resolves once the bytes are on disk. */
async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
