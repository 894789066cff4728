import type { Media, MediaSummary, MediaUrls, Source } from "@ittybit/openapi/types";

/** What is known about a file once it has been processed. */
export interface ProcessedFile {
  /** Path of the file on the mock, or an absolute URL. */
  readonly src: string;
  /** Path of a still picture, if the kind has one. */
  readonly poster: string | null;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** In pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** In seconds. */
  readonly duration: number | null;
  /** Whether this is the file that was added, not a placeholder for it. */
  readonly isOriginal: boolean;
}

/** What a caller sends to create a Media. */
export interface NewMedia {
  readonly kind: string;
  readonly filename: string | null;
  /** In bytes; 0 if the file has yet to be fetched. */
  readonly filesize: number;
  /** Whether the file is at a URL, from which it has yet to be fetched. */
  readonly isFetched: boolean;
  readonly title: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What a caller can change about a Media. An empty metadata value removes its key. */
export interface MediaChanges {
  readonly title?: string | null;
  readonly metadata?: Readonly<Record<string, string>>;
}

const NO_URLS: MediaUrls = { preview: null, poster: null, playback: null };

// The life of a Media: created -> (uploading or pending) -> complete or failed; updated any number of times; deleted.

/** A new Media: its file has arrived, or is being fetched. It has no sources yet. */
export function createMedia(id: string, sent: NewMedia, now: string): Media {
  return {
    id,
    kind: sent.kind,
    created: now,
    updated: now,
    filesize: sent.filesize,
    title: sent.title,
    filename: sent.filename,
    status: sent.isFetched ? "uploading" : "pending",
    width: null,
    height: null,
    duration: null,
    metadata: withoutEmpty(sent.metadata),
    deleted: null,
    urls: NO_URLS,
    sources: [],
  };
}

/** The file of a Media has been fetched from its URL, and tells its kind and size. */
export function receiveFile(media: Media, kind: string, size: number, now: string): Media {
  return { ...media, kind, filesize: size, status: "pending", updated: now };
}

/** Processing has ended well: the Media can be played. */
export function completeMedia(media: Media, file: ProcessedFile, now: string): Media {
  const { width, height, duration } = file;
  return {
    ...media,
    status: "complete",
    updated: now,
    filesize: media.filesize === 0 ? file.size : media.filesize,
    width,
    height,
    duration,
    urls: urlsOf(media.kind, file),
    sources: [createSource(media, file, now)],
  };
}

/** Processing has failed: the file could not be read or converted. */
export function failMedia(media: Media, now: string): Media {
  return { ...media, status: "failed", updated: now, urls: NO_URLS, sources: [] };
}

/** Processing starts again. */
export function restartMedia(media: Media, status: string, now: string): Media {
  const unknown = { width: null, height: null, duration: null };
  return { ...media, ...unknown, status, updated: now, urls: NO_URLS, sources: [] };
}

/** Applies the changes of a caller. Metadata is merged. */
export function updateMedia(media: Media, changes: MediaChanges, now: string): Media {
  return {
    ...media,
    updated: now,
    title: changes.title === undefined ? media.title : changes.title || null,
    metadata: withoutEmpty({ ...media.metadata, ...changes.metadata }),
  };
}

/** What remains of a deleted Media: its record, without sources and URLs. Deleting it again changes nothing. */
export function deleteMedia(media: Media, now: string): Media {
  if (media.deleted !== null) return media;
  return { ...media, updated: now, deleted: now, urls: NO_URLS, sources: [] };
}

/** A Media as a list shows it. */
export function summaryOf({ urls: _urls, sources: _sources, ...summary }: Media): MediaSummary {
  return summary;
}

function urlsOf(kind: string, { src, poster }: ProcessedFile): MediaUrls {
  const hasPicture = kind !== "audio";
  return {
    preview: hasPicture ? src : null,
    poster: kind === "image" ? src : poster,
    playback: src,
  };
}

function createSource(media: Media, file: ProcessedFile, now: string): Source {
  const { src, mediaType, size, width, height, duration, isOriginal } = file;
  return {
    id: `s${media.id}`,
    kind: media.kind,
    format: formatOf(src, mediaType),
    type: mediaType,
    filesize: size,
    src,
    width,
    height,
    duration,
    bitrate: duration ? Math.round((size * 8) / duration) : null,
    codec: null,
    original: isOriginal,
    created: now,
    updated: now,
  };
}

/** The file extension, else the letters and digits of the subtype. */
function formatOf(src: string, mediaType: string): string {
  const extension = /\.([a-z\d]{2,5})$/i.exec(src)?.[1];
  const subtype = mediaType.replace(/^.*\/(?:x-)?/, "").replace(/[^a-z\d]/gi, "");
  return (extension ?? (subtype || "bin")).toLowerCase();
}

function withoutEmpty(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== ""));
}
