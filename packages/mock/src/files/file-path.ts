import type { ProcessedFile } from "../library/media.js";
import { POSTER_NAME, sampleFile } from "./sample-files.js";

/** Path below which the mock serves the files of its library: `/__mock/files/{media id}/{file name}`. */
export const FILES_PATH = "/__mock/files";

/** A file that was uploaded. */
export function uploadedFile(
  id: string,
  { kind, filename, mediaType, size }: { kind: string; filename: string; mediaType: string; size: number },
): ProcessedFile {
  const unknown = { width: null, height: null, duration: null };
  const poster = kind === "video" ? filePath(id, POSTER_NAME) : null;
  return { src: filePath(id, filename), poster, mediaType, size, ...unknown, isOriginal: true };
}

/** The sample that is played in place of a file that the mock does not have. */
export function placeholderFile(id: string, kind: string): ProcessedFile {
  const { name, mediaType, bytes, width, height, duration } = sampleFile(kind);
  const poster = kind === "video" ? filePath(id, POSTER_NAME) : null;
  const size = bytes.length;
  return { src: filePath(id, name), poster, mediaType, size, width, height, duration, isOriginal: false };
}

function filePath(id: string, name: string): string {
  return `${FILES_PATH}/${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
}
