import type { Files, OnEvict, ReceivedFile } from "./file-store.js";
import { memoryFile, memoryFiles } from "./memory-files.js";

let nextStore = 0;
let nextFile = 0;

/** Uploaded files in memory: a browser has no folder for them. */
export class FileStore {
  readonly #maxBytes: number;
  readonly #onEvict: OnEvict;
  readonly #folder = `memory-${nextStore++}/`;

  constructor(maxBytes: number, _keptFolder: null, onEvict: OnEvict) {
    this.#maxBytes = maxBytes;
    this.#onEvict = onEvict;
  }

  /** The files of one store. @param store null if there is one store for all API keys */
  of(store: string | null): Files {
    const prefix = `${this.#folder}${store ?? ""}/`;
    return {
      maxBytes: this.#maxBytes,
      receive: () => this.#receive(prefix),
      path: (id) => (memoryFiles.has(prefix + id) ? prefix + id : null),
      has: (id, size) => memoryFile(prefix + id)?.size === size,
      remove: (id) => memoryFiles.delete(prefix + id),
      clear: () => this.#clear(prefix),
    };
  }

  async flush(): Promise<void> {}

  close(): void {
    this.#clear(this.#folder);
  }

  #receive(prefix: string): ReceivedFile {
    const path = `receiving-${nextFile++}`;
    const pieces: Blob[] = [];
    memoryFiles.set(path, pieces);
    let size = 0;
    return {
      path,
      write: (bytes) => {
        size += bytes.length;
        if (size <= this.#maxBytes) pieces.push(new Blob([Uint8Array.from(bytes)]));
      },
      isTooLarge: () => size > this.#maxBytes,
      sync: async () => {},
      keep: (id) => {
        memoryFiles.delete(path);
        memoryFiles.set(prefix + id, [new Blob(pieces)]);
        this.#evict();
      },
      discard: () => memoryFiles.delete(path),
    };
  }

  #clear(prefix: string): void {
    for (const path of this.#paths()) if (path.startsWith(prefix)) memoryFiles.delete(path);
  }

  #evict(): void {
    const paths = this.#paths();
    let total = paths.reduce((sum, path) => sum + (memoryFile(path)?.size ?? 0), 0);
    for (const path of paths) {
      if (total <= this.#maxBytes) return;
      total -= memoryFile(path)?.size ?? 0;
      memoryFiles.delete(path);
      const [id = "", store = ""] = path.split("/").reverse();
      this.#onEvict(store || null, id);
    }
  }

  /** The oldest first. */
  #paths(): string[] {
    return [...memoryFiles.keys()].filter((path) => path.startsWith(this.#folder));
  }
}
