import type { Media } from "@ittybit/openapi/types";
import type { MediaPage, StoredMedia } from "./stored-media.js";

/** How a list is ordered. */
export interface MediaOrder {
  readonly by: "created" | "updated" | "filesize";
  readonly direction: "asc" | "desc";
}

/** Sorts each list once, and again after a change: a page of a long list costs no more than one of a short list. */
export class MediaIndex {
  readonly #listed = new Map<string, StoredMedia>();
  readonly #sorted = new Map<string, readonly Media[]>();

  clear(): void {
    this.#listed.clear();
    this.#sorted.clear();
  }

  /** Adds or replaces a Media. A deleted one is in no list. */
  put(stored: StoredMedia): void {
    const { id, deleted } = stored.media;
    if (deleted === null) this.#listed.set(id, stored);
    else this.#listed.delete(id);
    this.#sorted.clear();
  }

  page(kind: string | null, { by, direction }: MediaOrder, offset: number, limit: number): MediaPage {
    const ascending = this.#sort(kind, by);
    const total = ascending.length;
    if (direction === "asc") return { items: ascending.slice(offset, offset + limit), total };
    const end = Math.max(0, total - offset);
    return { items: ascending.slice(Math.max(0, end - limit), end).reverse(), total };
  }

  #sort(kind: string | null, by: MediaOrder["by"]): readonly Media[] {
    const key = `${by} ${kind ?? ""}`;
    const known = this.#sorted.get(key);
    if (known) return known;
    const stored = [...this.#listed.values()].filter(({ media }) => kind === null || media.kind === kind);
    const keyed = stored.map(({ media, sequence }) => ({ media, sequence, value: sortValue(media, by) }));
    // the order of creation breaks ties, so that the newest is first however many were created at once
    keyed.sort((a, b) => a.value - b.value || a.sequence - b.sequence);
    const sorted = keyed.map(({ media }) => media);
    this.#sorted.set(key, sorted);
    return sorted;
  }
}

function sortValue(media: Media, by: MediaOrder["by"]): number {
  return by === "filesize" ? media.filesize : Date.parse(media[by]);
}
