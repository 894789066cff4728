import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/builds", import.meta.url));

/** Builds that are kept for each name: the last few contents, so that going back and forth builds nothing. */
const KEPT = 4;
const POLL_MS = 50;

/** One build, by what it is made from. */
export interface Build {
  /** Names the folder in the cache: `qa`. */
  readonly name: string;
  /** From `contentKey`: the same key means the same result. */
  readonly key: string;
  /** Writes the result into a folder that exists and is empty. */
  readonly write: (folder: string) => Promise<unknown>;
}

/**
 * Builds something once for each content it is made from, for all processes that ask. The folder appears as a whole:
 * a build that fails or is killed leaves nothing that another takes for a result.
 *
 * @returns the folder of the result, which is not to be changed
 */
export async function buildOnce({ name, key, write }: Build, cache = CACHE): Promise<string> {
  const folder = join(cache, `${name}-${key}`);
  await mkdir(cache, { recursive: true });
  for (;;) {
    if (await isBuilt(folder)) return folder;
    const release = await takeLock(`${folder}.lock`);
    if (release === undefined) {
      await wait(POLL_MS);
      continue;
    }
    try {
      if (!(await isBuilt(folder))) await writeWhole(folder, write);
      await dropOld(cache, name);
      return folder;
    } finally {
      await release();
    }
  }
}

/** Whether the folder is there. It counts as used now, so that the oldest can go. */
async function isBuilt(folder: string): Promise<boolean> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => false,
  );
}

async function writeWhole(folder: string, write: Build["write"]): Promise<void> {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  try {
    await write(unfinished);
    // Where a lock was broken by two processes at once, the other has finished first.
    await rename(unfinished, folder).catch(async (error) => {
      if (!(await isBuilt(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** @returns what gives the lock back; undefined where a process that lives has it */
async function takeLock(file: string): Promise<(() => Promise<void>) | undefined> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(`${process.pid}`);
    await handle.close();
    return () => rm(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await breakStale(file);
    return undefined;
  }
}

/** Removes the lock of a process that has ended. Moves it first, so that only one of those who see it does so. */
async function breakStale(file: string): Promise<void> {
  const owner = Number(await readFile(file, "utf8").catch(() => ""));
  if (owner === 0 ? await isFresh(file) : isAlive(owner)) return;
  const moved = `${file}.${process.pid}.unfinished`;
  await rename(file, moved).catch(() => undefined);
  await rm(moved, { force: true });
}

/** A lock without an owner is being written, or its process ended right then. */
async function isFresh(file: string): Promise<boolean> {
  const written = await stat(file).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs < 2_000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function dropOld(cache: string, name: string): Promise<void> {
  const names = (await readdir(cache)).filter((entry) => new RegExp(`^${name}-[0-9a-f]+$`).test(entry));
  const aged = await Promise.all(
    names.map(async (entry) => ({ entry, used: (await stat(join(cache, entry))).mtimeMs })),
  );
  const old = aged.sort((one, other) => other.used - one.used).slice(KEPT);
  await Promise.all(old.map(({ entry }) => rm(join(cache, entry), { recursive: true, force: true })));
}
