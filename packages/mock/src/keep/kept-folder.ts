import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Clock } from "../library/clock.js";
import { Journal, readJournal } from "./journal.js";
import { KeptLibrary } from "./kept-library.js";

/** The folder of `--keep`: journals, and the files that were uploaded. One mock uses it at a time. */
export class KeptFolder {
  /** Folder of the files. */
  readonly files: string;
  readonly #path: string;
  readonly #onNotice: (message: string) => void;
  readonly #libraries = new Map<string, KeptLibrary>();
  #clock: Journal | null = null;
  #isClosed = false;

  /** @throws Error if the folder cannot be used, or another mock uses it */
  constructor(path: string, onNotice: (message: string) => void) {
    this.#onNotice = onNotice;
    try {
      mkdirSync(join(path, "files"), { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new Error(`The folder ${path} of --keep cannot be used: ${(error as Error).message}`);
    }
    this.#path = realpathSync(path);
    this.files = join(this.#path, "files");
    lock(this.#path);
    try {
      this.#checkFiles();
    } catch (error) {
      unlock(this.#path);
      throw error;
    }
  }

  /** The kept library of a store. @param store null if there is one store for all API keys */
  library(store: string | null): KeptLibrary {
    const path = this.#journalPath(store);
    const kept = this.#libraries.get(path) ?? new KeptLibrary(path, this.#onNotice);
    this.#libraries.set(path, kept);
    return kept;
  }

  /** Sets the clock to its kept time, and keeps its changes. */
  keepClock(clock: Clock): void {
    const path = join(this.#path, "clock.journal");
    for (const record of readJournal(path, this.#onNotice) ?? [])
      if (record.type === "clock") clock.offset = record.offset;
    const journal = new Journal(path, [{ type: "clock", offset: clock.offset }]);
    clock.onChange = () => journal.replace([{ type: "clock", offset: clock.offset }]);
    this.#clock = journal;
  }

  /** Closing it again does nothing: its descriptors and its lock may be those of another mock by then. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.all([...this.#libraries.values()].map((kept) => kept.close()));
    await this.#clock?.flush();
    this.#clock?.close();
    unlock(this.#path);
  }

  #journalPath(store: string | null): string {
    return join(this.#path, store === null ? "library.journal" : `library-${store}.journal`);
  }

  /** Removes files that no Media plays, and sets aside those that are not of the size that was uploaded. */
  #checkFiles(): void {
    const sizes = new Map<string, ReadonlyMap<string, number>>();
    for (const name of readdirSync(this.files)) {
      const [, store = null, id = ""] = /^(?:([\da-f]+)~)?(.*)$/.exec(name) ?? [];
      const path = this.#journalPath(store);
      const expected = sizes.get(path) ?? fileSizes(this.library(store));
      sizes.set(path, expected);
      const size = expected.get(id);
      const file = join(this.files, name);
      if (size === undefined) rmSync(file, { recursive: true, force: true });
      else if (statSync(file).size !== size) this.#setAside(file, name);
    }
  }

  #setAside(file: string, name: string): void {
    mkdirSync(join(this.#path, "damaged"), { recursive: true });
    renameSync(file, join(this.#path, "damaged", name));
    this.#onNotice(`The file of ${name} is not of the size that was uploaded: moved to damaged/${name}.`);
  }
}

/** The size of the file of each Media that has one. */
function fileSizes({ state }: KeptLibrary): ReadonlyMap<string, number> {
  const stored = [state?.library, ...(state?.snapshots.values() ?? [])].flatMap((one) => one?.media ?? []);
  return new Map(
    stored.flatMap(({ media, file }): [string, number][] =>
      file?.isOriginal && media.deleted === null ? [[media.id, file.size]] : [],
    ),
  );
}

/** Folders that mocks of this process use. */
const used = new Set<string>();

/** A lock of a process that has ended does not count. */
function lock(path: string): void {
  const file = join(path, "lock");
  const owner = Number(readIfThere(file));
  const isUsed = used.has(path) || (owner > 0 && owner !== process.pid && isRunning(owner));
  if (isUsed) {
    throw new Error(
      `The folder ${path} of --keep is used by process ${owner}: stop it, or give another folder.`,
    );
  }
  used.add(path);
  writeFileSync(file, String(process.pid));
}

function unlock(path: string): void {
  used.delete(path);
  rmSync(join(path, "lock"), { force: true });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
