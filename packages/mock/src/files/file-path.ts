import type { ProcessedFile } from "../library/media-lifecycle.js";
import type { Measures } from "../measure/measures.js";
import { placeholderClip } from "./placeholder-clip.js";
import { drawPlaceholder, type Pictured, placeholderSize } from "./placeholder-picture.js";

/** A still picture for videos, and the picture of an image that the mock does not have. */
export const PICTURE_NAME = "placeholder.svg";

/** Media type of {@link PICTURE_NAME}. */
export const PICTURE_TYPE = "image/svg+xml";

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

/** What is shown in place of a file that the mock does not have: a picture, or a clip of the kind. */
export function placeholderFile(
  store: string | null,
  media: Pictured & { readonly kind: string },
): ProcessedFile {
  const { id, kind } = media;
  const picture = filePath(store, id, PICTURE_NAME);
  if (kind === "image") {
    const size = drawPlaceholder(media).length;
    const shown = { ...placeholderSize(media), duration: null, isOriginal: false };
    return { src: picture, poster: null, mediaType: PICTURE_TYPE, size, ...shown };
  }
  const { name, mediaType, bytes, width, height, duration } = placeholderClip(kind);
  const poster = kind === "video" ? picture : null;
  const size = bytes.length;
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

function filePath(store: string | null, id: string, name: string): string {
  const folder = store === null ? FILES_PATH : `${FILES_PATH}/${store}`;
  return `${folder}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
