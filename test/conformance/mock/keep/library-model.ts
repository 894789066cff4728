/** A Media as simply as it can be said. */
export interface ModelMedia {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly filesize: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: string;
  readonly updated: string;
  readonly deleted: string | null;
}

export interface ModelQuery {
  readonly kind: string | null;
  readonly orderBy: "created" | "updated" | "filesize";
  readonly order: "asc" | "desc";
  readonly limit: number;
  readonly page: number;
}

/** A library without files, indexes and journals: a list of media, sorted again for each page. */
export class LibraryModel {
  media: readonly ModelMedia[] = [];

  change(id: string, changes: Partial<ModelMedia>): void {
    this.media = this.media.map((one) => (one.id === id ? { ...one, ...changes } : one));
  }

  page({ kind, orderBy, order, limit, page }: ModelQuery): { items: readonly ModelMedia[]; total: number } {
    const listed = this.media
      .map((media, sequence) => ({ media, sequence }))
      .filter(({ media }) => media.deleted === null && (kind === null || media.kind === kind));
    const value = ({ media }: { media: ModelMedia }) =>
      orderBy === "filesize" ? media.filesize : Date.parse(media[orderBy]);
    listed.sort((a, b) => value(a) - value(b) || a.sequence - b.sequence);
    if (order === "desc") listed.reverse();
    const items = listed.slice((page - 1) * limit, page * limit).map(({ media }) => media);
    return { items, total: listed.length };
  }
}

/** Metadata after an update: an empty value removes a key. */
export function mergeMetadata(
  metadata: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  const merged = Object.entries({ ...metadata, ...changes });
  return Object.fromEntries(merged.filter(([, value]) => value !== ""));
}
