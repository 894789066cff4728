import { headerValue } from "@ittybit/contract";
import type { Media } from "@ittybit/openapi/types";
import type { MockContext } from "../context.js";
import { NO_BYTES } from "../http/bytes.js";
import { optionsResponse } from "../http/cors.js";
import type { Header, MockRequest, MockResponse } from "../http/message.js";
import { placeholderClip } from "../placeholder/placeholder-clip.js";
import { type MadeFile, placeholderMedia } from "../placeholder/placeholder-media.js";
import { drawPlaceholder, PICTURE_NAME, PICTURE_TYPE } from "../placeholder/placeholder-picture.js";
import { decodeSegment, pathOf } from "../request/destination.js";
import { problemResponse } from "../response/problem-response.js";
import { readRange } from "./byte-range.js";
import { FILES_PATH } from "./file-path.js";
import type { PaddedBytes } from "./padded-bytes.js";
import { checkPreconditions, isCurrentRange, type Validators } from "./preconditions.js";

/** A file that can be served. */
interface ServedFile extends Validators {
  readonly mediaType: string;
  readonly size: number;
  /** The bytes, or the path of a file that holds them. */
  readonly content: Uint8Array | PaddedBytes | string;
}

/**
 * Responds to GET and HEAD below `/__mock/files` with the bytes of a Media, to any page and without an API key: whole, or a
 * range, or 304 if the caller has them (RFC 9110, sections 13 and 14). Returns null for every other path.
 */
export function respondWithFile(request: MockRequest, context: MockContext): MockResponse | null {
  const path = pathOf(request.url);
  if (!path.startsWith(`${FILES_PATH}/`)) return null;
  if (request.method === "OPTIONS") return optionsResponse(request, ["GET", "HEAD"]);
  if (!/^(?:GET|HEAD)$/.test(request.method)) {
    const message = `A file does not take ${request.method}. It takes GET, HEAD, OPTIONS.`;
    return problemResponse(context, { status: 405, message, details: [] }, [["Allow", "GET, HEAD, OPTIONS"]]);
  }
  const [name = "", id = ""] = path
    .slice(FILES_PATH.length + 1)
    .split("/")
    .reverse();
  const file = findFile(context, id, name);
  if (file === null) {
    const message =
      "There is no such file: it was never uploaded, or its Media is pending, failed or deleted.";
    return problemResponse(context, { status: 404, message, details: [] });
  }
  const { size, etag, mediaType, modified } = file;
  const common: Header[] = [
    ["ETag", etag],
    ["Last-Modified", modified.toUTCString()],
    ["Accept-Ranges", "bytes"],
    ["Cache-Control", "no-cache"],
    ["X-Content-Type-Options", "nosniff"],
    ["Cross-Origin-Resource-Policy", "cross-origin"],
    ...(headerValue(request.headers, "origin") === undefined
      ? [["Access-Control-Allow-Origin", "*"] as const]
      : []),
  ];
  const precondition = checkPreconditions(request, file);
  if (precondition !== null) return { status: precondition, headers: common, body: NO_BYTES };
  // a range is for GET alone (RFC 9110, section 14.2)
  const hasRange = request.method === "GET" && isCurrentRange(request, file);
  const range = readRange(hasRange ? headerValue(request.headers, "range") : undefined, size);
  if (range.kind === "unsatisfiable") {
    return { status: 416, headers: [...common, ["Content-Range", `bytes */${size}`]], body: NO_BYTES };
  }
  const headers: Header[] = [...common, ["Content-Type", mediaType]];
  if (range.kind === "whole") return bytesResponse(200, headers, file, 0, size - 1);
  const { start, end } = range.range;
  headers.push(["Content-Range", `bytes ${start}-${end}/${size}`]);
  return bytesResponse(206, headers, file, start, end);
}

function bytesResponse(
  status: number,
  headers: readonly Header[],
  { content }: ServedFile,
  start: number,
  end: number,
): MockResponse {
  if (content instanceof Uint8Array) return { status, headers, body: content.subarray(start, end + 1) };
  const length = end - start + 1;
  return { status, headers, body: NO_BYTES, ...(length > 0 && { file: { source: content, start, end } }) };
}

/** The file of a Media that can be played: what was uploaded, or a placeholder. */
function findFile({ library, files }: MockContext, encodedId: string, name: string): ServedFile | null {
  if (library === null) return null;
  library.settle();
  const id = decodeSegment(encodedId);
  const media = library.get(id);
  const played = library.fileOf(id);
  if (media === undefined || played === null) return null;
  const modified = new Date(media.created);
  if (name === PICTURE_NAME && media.kind === "video") {
    const bytes = drawPlaceholder(media);
    return served(bytes, PICTURE_TYPE, `${id}-${bytes.length}`, modified);
  }
  if (!played.isOriginal) {
    const clip = placeholderClip(media.kind);
    const made = played.src.endsWith(`/${clip.name}`) ? null : placeholderMedia(media);
    if (made === null)
      return served(clip.bytes, clip.mediaType, `${clip.name}-${clip.bytes.length}`, modified);
    const { mediaType, size } = made;
    return { mediaType, size, modified, content: madeBytes(media, made), etag: `"${id}-${size}"` };
  }
  const path = files.path(id);
  if (path === null) return null;
  const { mediaType, size } = played;
  return { mediaType, size, modified, content: path, etag: `"${id}-${size}"` };
}

/** Bytes of the files that were made for media. A player asks for many ranges of the same one. */
const madeFiles = new WeakMap<Media, PaddedBytes>();

function madeBytes(media: Media, { make }: MadeFile): PaddedBytes {
  const bytes = madeFiles.get(media) ?? make();
  madeFiles.set(media, bytes);
  return bytes;
}

function served(content: Uint8Array, mediaType: string, tag: string, modified: Date): ServedFile {
  return { mediaType, size: content.length, modified, content, etag: `"${tag}"` };
}
