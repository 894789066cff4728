import { closeSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An upload that is being received. It is kept or discarded, once. */
export interface ReceivedFile {
  /** Appends bytes. Past the limit of the store they are counted and dropped. */
  write(bytes: Uint8Array): void;
  /** Whether the file is larger than the whole store. */
  isTooLarge(): boolean;
  /** Stores the file under an id. @throws if a byte of it could not be written */
  keep(id: string): void;
  /** Removes the file unless it was kept. */
  discard(): void;
}

/** A folder of uploaded files. Memory does not grow with the size of a file. */
export class FileStore {
  readonly maxBytes: number;
  readonly #onEvict: (id: string) => void;
  /** Size by id, the oldest first. */
  readonly #sizes = new Map<string, number>();
  #folder: string | null = null;
  #total = 0;
  #nextNumber = 0;

  /** @param maxBytes largest size of all files together; the oldest are evicted */
  constructor(maxBytes: number, onEvict: (id: string) => void) {
    this.maxBytes = maxBytes;
    this.#onEvict = onEvict;
  }

  /** Path of the file of an id; null if there is none. */
  path(id: string): string | null {
    return this.#folder !== null && this.#sizes.has(id) ? join(this.#folder, id) : null;
  }

  receive(): ReceivedFile {
    const path = join(this.#openFolder(), `.receiving-${this.#nextNumber++}`);
    const descriptor = openSync(path, "wx", 0o600);
    let [size, isOpen] = [0, true];
    let failure: unknown = null;
    const end = () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    };
    const discard = () => {
      end();
      rmSync(path, { force: true });
    };
    return {
      write: (bytes) => {
        size += bytes.length;
        if (failure !== null || size > this.maxBytes) return;
        try {
          writeSync(descriptor, bytes);
        } catch (error) {
          failure = error;
        }
      },
      isTooLarge: () => size > this.maxBytes,
      keep: (id) => {
        end();
        if (failure !== null) throw failure;
        renameSync(path, join(this.#openFolder(), id));
        this.#sizes.set(id, size);
        this.#total += size;
        this.#evict();
      },
      discard,
    };
  }

  remove(id: string): void {
    const path = this.path(id);
    if (path === null) return;
    rmSync(path, { force: true });
    this.#total -= this.#sizes.get(id) ?? 0;
    this.#sizes.delete(id);
  }

  /** Removes every file. */
  clear(): void {
    for (const id of [...this.#sizes.keys()]) this.remove(id);
  }

  /** Removes the folder. */
  close(): void {
    this.#removeFolder();
    process.off("exit", this.#removeFolder);
    this.#sizes.clear();
    this.#total = 0;
  }

  readonly #removeFolder = (): void => {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  };

  #evict(): void {
    for (const id of [...this.#sizes.keys()]) {
      if (this.#total <= this.maxBytes) return;
      this.remove(id);
      this.#onEvict(id);
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
}
