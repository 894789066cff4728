import {
  closeSync,
  fdatasync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { GroupSync } from "../keep/group-sync.js";
import { syncFolderSoon } from "../keep/sync-folder.js";

const dataSync = promisify(fdatasync);

/** An upload that is being received. It is kept or discarded, once. */
export interface ReceivedFile {
  /** Where its bytes are until it is kept. */
  readonly path: string;
  /** Appends bytes. Past the limit of the store they are counted and dropped. */
  write(bytes: Uint8Array): void;
  /** Whether the file is larger than the whole store. */
  isTooLarge(): boolean;
  /** Makes its bytes durable if the folder is kept. */
  sync(): Promise<void>;
  /** Stores the file under an id. @throws if a byte of it could not be written */
  keep(id: string): void;
  /** Removes the file unless it was kept. */
  discard(): void;
}

/** The uploaded files of one store of media. */
export interface Files {
  /** Largest size of all files of all stores together. */
  readonly maxBytes: number;
  receive(): ReceivedFile;
  /** Path of the file of an id; null if there is none. */
  path(id: string): string | null;
  /** Whether there is a file of an id, in the size in which it was uploaded. */
  has(id: string, size: number): boolean;
  remove(id: string): void;
  /** Removes every file of the store. */
  clear(): void;
}

/** Called for each file that had to make room. @param store null if there is one store for all API keys */
export type OnEvict = (store: string | null, id: string) => void;

/** A folder of uploaded files. Memory does not grow with the size of a file. */
export class FileStore {
  readonly #maxBytes: number;
  readonly #onEvict: OnEvict;
  /** Size by name, the oldest first. */
  readonly #sizes = new Map<string, number>();
  readonly #isKept: boolean;
  readonly #group = new GroupSync(() => syncFolderSoon(this.#openFolder()));
  #folder: string | null;
  #total = 0;
  #nextNumber = 0;

  /**
   * @param maxBytes largest size of all files together; the oldest are evicted
   * @param keptFolder a folder to keep; null for one that is removed at the end
   */
  constructor(maxBytes: number, keptFolder: string | null, onEvict: OnEvict) {
    this.#maxBytes = maxBytes;
    this.#onEvict = onEvict;
    this.#isKept = keptFolder !== null;
    this.#folder = keptFolder;
    if (keptFolder !== null) this.#readFolder(keptFolder);
  }

  /** The files of one store. @param store null if there is one store for all API keys */
  of(store: string | null): Files {
    const prefix = store === null ? "" : `${store}~`;
    return {
      maxBytes: this.#maxBytes,
      receive: () => this.#receive(prefix),
      path: (id) => this.#path(prefix + id),
      has: (id, size) => this.#sizes.get(prefix + id) === size,
      remove: (id) => this.#remove(prefix + id),
      clear: () => {
        for (const name of [...this.#sizes.keys()]) if (name.startsWith(prefix)) this.#remove(name);
      },
    };
  }

  /** Resolves once the names of all files are on the disk. */
  async flush(): Promise<void> {
    if (this.#isKept) await this.#group.flush();
  }

  /** Removes the folder, unless it is kept. */
  close(): void {
    this.#removeFolder();
    process.off("exit", this.#removeFolder);
    this.#sizes.clear();
    this.#total = 0;
  }

  readonly #removeFolder = (): void => {
    if (this.#folder !== null && !this.#isKept) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  };

  #path(name: string): string | null {
    return this.#folder !== null && this.#sizes.has(name) ? join(this.#folder, name) : null;
  }

  #receive(prefix: string): ReceivedFile {
    const path = join(this.#openFolder(), `.receiving-${this.#nextNumber++}`);
    const descriptor = openSync(path, "wx", 0o600);
    let [size, isOpen] = [0, true];
    let failure: unknown = null;
    const end = () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    };
    return {
      path,
      write: (bytes) => {
        size += bytes.length;
        if (failure !== null || size > this.#maxBytes) return;
        try {
          for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
        } catch (error) {
          failure = error;
        }
      },
      isTooLarge: () => size > this.#maxBytes,
      sync: async () => {
        if (this.#isKept && isOpen) await dataSync(descriptor);
      },
      keep: (id) => {
        end();
        if (failure !== null) throw failure;
        this.#add(prefix + id, path, size);
      },
      discard: () => {
        end();
        rmSync(path, { force: true });
      },
    };
  }

  #add(name: string, path: string, size: number): void {
    renameSync(path, join(this.#openFolder(), name));
    this.#group.written();
    this.#sizes.set(name, size);
    this.#total += size;
    this.#evict();
  }

  #remove(name: string): void {
    const path = this.#path(name);
    if (path === null) return;
    rmSync(path, { force: true });
    this.#total -= this.#sizes.get(name) ?? 0;
    this.#sizes.delete(name);
  }

  #evict(): void {
    for (const name of [...this.#sizes.keys()]) {
      if (this.#total <= this.#maxBytes) return;
      this.#remove(name);
      const [id = "", store = null] = name.split("~").reverse();
      this.#onEvict(store, id);
    }
  }

  #openFolder(): string {
    if (this.#folder === null) {
      this.#folder = mkdtempSync(join(tmpdir(), "ittybit-mock-"));
      // A mock that nobody closes must not leave its uploads behind.
      process.once("exit", this.#removeFolder);
    }
    return this.#folder;
  }

  #readFolder(folder: string): void {
    const files = readdirSync(folder).map((name) => ({ name, stats: statSync(join(folder, name)) }));
    files.sort((a, b) => a.stats.mtimeMs - b.stats.mtimeMs);
    for (const { name, stats } of files) {
      this.#sizes.set(name, stats.size);
      this.#total += stats.size;
    }
  }
}
