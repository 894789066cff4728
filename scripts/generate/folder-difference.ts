import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Text by file name. */
export type Texts = ReadonlyMap<string, string>;

/** How one file of a folder is not what it should be. */
export interface Difference {
  readonly file: string;
  readonly state: "differs" | "missing" | "stray";
}

/** Made by the build of the package, and by npm; never committed. */
const IGNORED = new Set(["dist", "node_modules"]);

/** Compares a folder with what should be in it, byte by byte; sorted by file. */
export async function compareFolder(folder: string, texts: Texts): Promise<Difference[]> {
  const present = await filesIn(folder);
  const names = [...new Set([...texts.keys(), ...present])].sort();
  const states = await Promise.all(names.map((file) => stateOf(folder, file, texts.get(file), present)));
  return names.flatMap((file, index) => {
    const state = states[index];
    return state ? [{ file, state }] : [];
  });
}

async function stateOf(folder: string, file: string, text: string | undefined, present: ReadonlySet<string>) {
  if (text === undefined) return "stray";
  if (!present.has(file)) return "missing";
  return Buffer.from(text).equals(await readFile(join(folder, file))) ? undefined : "differs";
}

/** Every file below a folder, with forward slashes; none when there is no such folder. */
async function filesIn(folder: string, prefix = ""): Promise<Set<string>> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(none);
  const below = entries
    .filter(({ name }) => prefix !== "" || !IGNORED.has(name))
    .map((entry) =>
      entry.isDirectory() ? filesIn(folder, `${prefix}${entry.name}/`) : [prefix + entry.name],
    );
  return new Set((await Promise.all(below)).flatMap((files) => [...files]));
}

function none(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}

/**
 * Brings a folder to hold these texts and nothing else: all of them are written beside it first, then moved, so
 * that a full disk or a fault on the way leaves the folder as it was.
 */
export async function writeFolder(
  folder: string,
  texts: Texts,
  differences: readonly Difference[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(dirname(folder), ".generated-"));
  try {
    const changed = differences.filter(({ state }) => state !== "stray");
    for (const { file } of changed) await writeFile(join(staging, file), texts.get(file) ?? "");
    for (const { file } of changed) await rename(join(staging, file), join(folder, file));
    for (const { file, state } of differences) if (state === "stray") await rm(join(folder, file));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
