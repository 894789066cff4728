import type { ProcessedFile } from "../library/media-lifecycle.js";
import type { Measures } from "../measure/measures.js";
import { placeholderClip } from "../placeholder/placeholder-clip.js";
import { type DescribedMedia, placeholderMedia } from "../placeholder/placeholder-media.js";
import { PICTURE_NAME, placeholderSize } from "../placeholder/placeholder-picture.js";

/**
 * Path below which the mock serves the files of its library: `/__mock/files/{media id}/{file name}`, or
 * `/__mock/files/{store}/{media id}/{file name}` with a store for each API key.
 */
export const FILES_PATH = "/__mock/files";

/** What is known about an uploaded file. */
interface UploadedFile extends Measures {
  readonly kind: string;
  readonly filename: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** A file that was uploaded. */
export function uploadedFile(store: string | null, id: string, uploaded: UploadedFile): ProcessedFile {
  const { kind, filename, ...file } = uploaded;
  const poster = kind === "video" ? filePath(store, id, PICTURE_NAME) : null;
  return { ...file, src: filePath(store, id, filename), poster, isOriginal: true };
}

/**
 * What is shown in place of a file that the mock does not have: one of the size, pixels and duration that the Media states,
 * or a short clip of its kind if it states too little.
 */
export function placeholderFile(store: string | null, media: DescribedMedia): ProcessedFile {
  const { id, kind } = media;
  const poster = kind === "video" ? filePath(store, id, PICTURE_NAME) : null;
  const made = placeholderMedia(media);
  if (made !== null) {
    const { name, mediaType, size } = made;
    const { width = null, height = null } = kind === "image" ? placeholderSize(media) : media;
    const duration = media.duration ?? null;
    return {
      src: filePath(store, id, name),
      poster,
      mediaType,
      size,
      width,
      height,
      duration,
      isOriginal: false,
    };
  }
  const { name, bytes, ...clip } = placeholderClip(kind);
  return { ...clip, src: filePath(store, id, name), poster, size: bytes.length, isOriginal: false };
}

function filePath(store: string | null, id: string, name: string): string {
  const folder = store === null ? FILES_PATH : `${FILES_PATH}/${store}`;
  return `${folder}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
