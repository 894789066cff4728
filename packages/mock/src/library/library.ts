import type { Media } from "@ittybit/openapi/types";
import { MediaIndex, type MediaOrder } from "./media-index.js";
import {
  completeMedia,
  createMedia,
  deleteMedia,
  failMedia,
  type MediaChanges,
  type NewMedia,
  type ProcessedFile,
  receiveFile,
  restartMedia,
  updateMedia,
} from "./media-lifecycle.js";
import { dueAfter, type Pending, type Processing } from "./processing.js";
import type { MediaPage, StoredMedia } from "./stored-media.js";

/** What a library takes from outside, so that it is pure. */
export interface LibraryOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Creates a generator of ids; a reset starts a new one. */
  readonly createId: () => (kind: string) => string;
  readonly processing: Processing;
  readonly seed: readonly Media[];
  /** What the library holds at first, in place of the seed. */
  readonly initial?: LibrarySnapshot;
  /** Called with each Media before the library holds it. If it throws, nothing is changed. */
  readonly onPut?: (stored: StoredMedia) => void;
  /** Called after everything was replaced. */
  readonly onReplace?: () => void;
  /** Whether an uploaded file is still stored, in its size. Called for each Media that is restored. */
  readonly hasFile?: (id: string, size: number) => boolean;
}

/** The outcome of a change. */
export type ChangeResult =
  | { readonly kind: "changed"; readonly media: Media }
  | { readonly kind: "not-found" }
  | { readonly kind: "deleted" };

/** A file that was fetched for a Media. */
export interface ReceivedMedia {
  readonly kind: string;
  readonly file: ProcessedFile;
  /** Keeps the bytes; called if the Media still waits for them. */
  keep(): void;
}

/** Everything that a library holds, as plain data. */
export interface LibrarySnapshot {
  readonly media: readonly StoredMedia[];
  readonly nextSequence: number;
}

/** A media library in memory: what is created is listed, played, renamed and deleted. */
export class Library {
  /** Changes with every change of the library. */
  revision = 0;
  readonly #options: LibraryOptions;
  readonly #stored = new Map<string, StoredMedia>();
  readonly #pending = new Set<string>();
  readonly #index = new MediaIndex();
  #nextSequence = 0;
  #createId: (kind: string) => string;

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#createId = options.createId();
    if (options.initial === undefined) this.reset();
    else this.#resume(options.initial);
  }

  /** Continues where another library ended. What was being fetched then has failed. */
  #resume(snapshot: LibrarySnapshot): void {
    this.restore(snapshot);
    for (const stored of this.#stored.values())
      if (isAwaited(stored)) this.#finish(stored, "failed", this.#timestamp());
  }

  /** Number of media, including deleted ones. */
  get size(): number {
    return this.#stored.size;
  }

  /** Replaces everything with the seed. */
  reset(): void {
    this.#createId = this.#options.createId();
    const media = this.#options.seed.map((media, index) => storedSeed(media, index));
    this.restore({ media, nextSequence: media.length });
  }

  snapshot(): LibrarySnapshot {
    return { media: [...this.#stored.values()], nextSequence: this.#nextSequence };
  }

  restore({ media, nextSequence }: LibrarySnapshot): void {
    this.#stored.clear();
    this.#pending.clear();
    this.#index.clear();
    this.#nextSequence = nextSequence;
    this.revision++;
    for (const stored of media) this.#hold(this.#isWithoutFile(stored) ? this.#failed(stored) : stored);
    this.#options.onReplace?.();
  }

  /** Every Media, including deleted ones, in the order of creation. */
  all(): Media[] {
    return [...this.#stored.values()].map(({ media }) => media);
  }

  /** @param createFile what the Media becomes when its processing ends; null if `receive` follows */
  create(
    sent: NewMedia,
    createFile: ((id: string) => ProcessedFile) | null,
    outcome: Pending["outcome"],
  ): Media {
    const { now, processing } = this.#options;
    const id = this.#uniqueId(sent.kind);
    const media = createMedia(id, sent, this.#timestamp());
    const due = createFile === null ? { dueAt: null, reads: null } : dueAfter(processing, now());
    const file = createFile?.(id) ?? null;
    this.#put({ media, sequence: this.#nextSequence, file, pending: { ...due, outcome } });
    this.#nextSequence++;
    return media;
  }

  /** The file of a Media has been fetched, and its processing starts; null if it could not be fetched. */
  receive(id: string, fetched: ReceivedMedia | null): void {
    const stored = this.#stored.get(id);
    if (stored === undefined || !isAwaited(stored)) return;
    if (fetched === null) {
      this.#finish(stored, "failed", this.#timestamp());
      return;
    }
    const { kind, file } = fetched;
    fetched.keep();
    const media = receiveFile(stored.media, kind, file.size, this.#timestamp());
    const due = dueAfter(this.#options.processing, this.#options.now());
    this.#put({ ...stored, media, file, pending: { ...stored.pending, ...due } });
  }

  /** Returns a Media, deleted or not. */
  get(id: string): Media | undefined {
    return this.#stored.get(id)?.media;
  }

  /** The file that a Media plays; null for a deleted one and before processing has ended. */
  fileOf(id: string): ProcessedFile | null {
    const stored = this.#stored.get(id);
    return stored && stored.media.sources.length > 0 ? stored.file : null;
  }

  list(kind: string | null, order: MediaOrder, offset: number, limit: number): MediaPage {
    return this.#index.page(kind, order, offset, limit);
  }

  update(id: string, changes: MediaChanges): ChangeResult {
    return this.#change(id, (media) => updateMedia(media, changes, this.#timestamp()));
  }

  delete(id: string): ChangeResult {
    const stored = this.#stored.get(id);
    if (stored === undefined) return { kind: "not-found" };
    if (stored.media.deleted !== null) return { kind: "changed", media: stored.media };
    const media = deleteMedia(stored.media, this.#timestamp());
    this.#put({ ...stored, media, pending: null });
    return { kind: "changed", media };
  }

  /** Ends or restarts the processing of a Media. */
  setStatus(id: string, status: "uploading" | "pending" | "complete" | "failed"): ChangeResult {
    const stored = this.#stored.get(id);
    if (stored === undefined) return { kind: "not-found" };
    if (stored.media.deleted !== null) return { kind: "deleted" };
    const now = this.#timestamp();
    if (status === "complete" || status === "failed") {
      this.#finish(stored, status, now);
    } else {
      const pending: Pending = { dueAt: null, reads: null, outcome: "complete" };
      this.#put({ ...stored, media: restartMedia(stored.media, status, now), pending });
    }
    return { kind: "changed", media: this.#stored.get(id)?.media as Media };
  }

  /** The uploaded file of a Media is gone. The Media fails: no source may point to a file that is not there. */
  failWithoutFile(id: string): void {
    const stored = this.#stored.get(id);
    if (stored !== undefined && hasOriginal(stored)) this.#put(this.#failed(stored));
  }

  #isWithoutFile(stored: StoredMedia): boolean {
    const { hasFile } = this.#options;
    return hasFile !== undefined && hasOriginal(stored) && !hasFile(stored.media.id, stored.file.size);
  }

  #failed(stored: StoredMedia): StoredMedia {
    return { ...stored, media: failMedia(stored.media, this.#timestamp()), file: null, pending: null };
  }

  /** Counts a read towards `reads=N`, and ends the processing of a Media after the last one. */
  countRead(id: string): void {
    const stored = this.#stored.get(id);
    const reads = stored?.pending?.reads ?? null;
    if (stored?.pending == null || reads === null) return;
    if (reads > 0) this.#put({ ...stored, pending: { ...stored.pending, reads: reads - 1 } });
    else this.#finish(stored, stored.pending.outcome, this.#timestamp());
  }

  /** Ends all processing that is due by now. */
  settle(): void {
    if (this.#pending.size === 0) return;
    const now = this.#options.now();
    for (const id of [...this.#pending]) {
      const stored = this.#stored.get(id);
      const dueAt = stored?.pending?.dueAt ?? null;
      if (stored?.pending == null || dueAt === null || dueAt > now) continue;
      this.#finish(stored, stored.pending.outcome, new Date(dueAt).toISOString());
    }
  }

  #finish(stored: StoredMedia, outcome: Pending["outcome"], now: string): void {
    const { media, file } = stored;
    const isPlayable = outcome === "complete" && file !== null;
    const ended = isPlayable ? completeMedia(media, file, now) : failMedia(media, now);
    this.#put({ ...stored, media: ended, pending: null });
  }

  #change(id: string, change: (media: Media) => Media): ChangeResult {
    const stored = this.#stored.get(id);
    if (stored === undefined) return { kind: "not-found" };
    if (stored.media.deleted !== null) return { kind: "deleted" };
    const media = change(stored.media);
    this.#put({ ...stored, media });
    return { kind: "changed", media };
  }

  #put(stored: StoredMedia): void {
    this.#options.onPut?.(stored);
    this.#hold(stored);
  }

  #hold(stored: StoredMedia): void {
    const { id } = stored.media;
    this.#stored.set(id, stored);
    if (stored.pending === null) this.#pending.delete(id);
    else this.#pending.add(id);
    this.#index.put(stored);
    this.revision++;
  }

  #uniqueId(kind: string): string {
    let id = this.#createId(kind);
    while (this.#stored.has(id)) id = this.#createId(kind);
    return id;
  }

  #timestamp(): string {
    return new Date(this.#options.now()).toISOString();
  }
}

/** Whether the file of a Media is being fetched. */
function isAwaited(stored: StoredMedia): stored is StoredMedia & { readonly pending: Pending } {
  return stored.file === null && stored.pending !== null;
}

/** Whether a Media plays the file that was uploaded or fetched for it. */
function hasOriginal(stored: StoredMedia): stored is StoredMedia & { readonly file: ProcessedFile } {
  return stored.media.deleted === null && stored.file?.isOriginal === true;
}

/** A seeded Media keeps its sources; its file is the one that they point to. */
function storedSeed(media: Media, sequence: number): StoredMedia {
  const [source] = media.sources;
  const file = source && {
    src: source.src,
    poster: media.urls.poster,
    mediaType: source.type,
    size: source.filesize,
    width: source.width,
    height: source.height,
    duration: source.duration,
    isOriginal: source.original,
  };
  return { media, sequence, file: file ?? null, pending: null };
}
