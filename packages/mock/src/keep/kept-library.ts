import type { Library, LibrarySnapshot } from "../library/library.js";
import type { StoredMedia } from "../library/stored-media.js";
import { Journal, readJournal } from "./journal.js";
import type { KeptRecord } from "./records.js";

/** What a journal says that a library holds. */
interface KeptState {
  readonly library: LibrarySnapshot;
  readonly snapshots: ReadonlyMap<string, LibrarySnapshot>;
}

/** Records that may pile up before the journal is written again without those that were replaced. */
const MIN_OUTDATED = 1000;

/** Keeps each change of a library in a journal. */
export class KeptLibrary {
  readonly #path: string;
  /** What was kept before; null in a new folder. */
  readonly #previous: KeptState | null;
  #journal: Journal | null = null;
  #appended = 0;
  #source: { library: Library; snapshots: ReadonlyMap<string, LibrarySnapshot> } | null = null;

  constructor(path: string, onNotice: (message: string) => void) {
    this.#path = path;
    const records = readJournal(path, onNotice);
    this.#previous = records === null ? null : stateOf(records);
  }

  /** What is kept; null in a new folder. */
  get state(): KeptState | null {
    if (this.#source === null) return this.#previous;
    const { library, snapshots } = this.#source;
    return { library: library.snapshot(), snapshots };
  }

  /** Keeps this library from now on. Only that of the last call is kept. */
  attach(library: Library, snapshots: ReadonlyMap<string, LibrarySnapshot>): void {
    this.#source = { library, snapshots };
    this.replaced();
  }

  /** Keeps a Media, before the library holds it. */
  put(stored: StoredMedia): void {
    if (this.#source === null) return;
    if (this.#appended > Math.max(MIN_OUTDATED, 4 * this.#source.library.size)) this.replaced();
    this.#append({ type: "media", stored });
  }

  addSnapshot(name: string, snapshot: LibrarySnapshot): void {
    this.#append({ type: "snapshot", name, snapshot });
  }

  /** Everything in the library was replaced. */
  replaced(): void {
    if (this.#source === null) return;
    const { library, snapshots } = this.#source;
    const records = [
      ...library.snapshot().media.map((stored): KeptRecord => ({ type: "media", stored })),
      ...[...snapshots].map(([name, snapshot]): KeptRecord => ({ type: "snapshot", name, snapshot })),
    ];
    if (this.#journal === null) this.#journal = new Journal(this.#path, records);
    else this.#journal.replace(records);
    this.#appended = 0;
  }

  /** Resolves once every change so far is on the disk. */
  async flush(): Promise<void> {
    await this.#journal?.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    this.#journal?.close();
    this.#journal = null;
    this.#source = null;
  }

  #append(record: KeptRecord): void {
    this.#journal?.append(record);
    this.#appended++;
  }
}

/** The last record of each Media and of each snapshot. */
function stateOf(records: readonly KeptRecord[]): KeptState {
  const media = new Map<string, StoredMedia>();
  const snapshots = new Map<string, LibrarySnapshot>();
  for (const record of records) {
    if (record.type === "media") media.set(record.stored.media.id, record.stored);
    if (record.type === "snapshot") snapshots.set(record.name, record.snapshot);
  }
  const stored = [...media.values()].sort((a, b) => a.sequence - b.sequence);
  return { library: { media: stored, nextSequence: (stored.at(-1)?.sequence ?? -1) + 1 }, snapshots };
}
