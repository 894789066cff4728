import type { Part, RequestReport } from "@ittybit/contract";
import { asNode } from "../document/node.js";
import { placeholderFile, uploadedFile } from "../files/file-path.js";
import type { MediaChanges, NewMedia, ProcessedFile } from "../library/media-lifecycle.js";
import { type Measures, UNKNOWN_MEASURES } from "../measure/measures.js";
import { formatsOf } from "../request/file-format.js";
import { sentFile, sentFilename, sentKind } from "./uploaded-file.js";

/** A Media to create. */
interface RequestedMedia {
  readonly media: NewMedia;
  /** What it plays: its file, or a placeholder for the file at its URL. */
  readonly createFile: (id: string) => ProcessedFile;
  /** Where its file is; null if it was sent. */
  readonly url: string | null;
}

/**
 * The Media that a valid creation asks for.
 *
 * @param kind the only kind that the operation creates
 * @param store where the Media will be; null if there is one store for all API keys
 * @param measures what was read of the file
 */
export function sentMedia(
  report: RequestReport,
  kind: string | null,
  store: string | null,
  measures: Measures = UNKNOWN_MEASURES,
): RequestedMedia {
  const file = sentFile(report);
  const filename = sentFilename(report);
  const { title, metadata } = sentChanges(report);
  const media: NewMedia = {
    kind: kind ?? sentKind(report) ?? "video",
    filename,
    filesize: file?.size ?? 0,
    isFetched: file === undefined,
    title: title || null,
    metadata: metadata ?? {},
  };
  if (file === undefined) {
    const url = String(asNode(report.body.value).url);
    return { media, createFile: (id) => placeholderFile(store, { id, kind: media.kind }), url };
  }
  const uploaded = {
    kind: media.kind,
    filename: filename ?? "file",
    mediaType: mediaTypeOf(file, media.kind),
    size: file.size,
    ...measures,
  };
  return { media, createFile: (id) => uploadedFile(store, id, uploaded), url: null };
}

/** The media type to serve a file with: by its first bytes, in the reading that suits its kind, else as declared. */
function mediaTypeOf({ head, contentType }: Part, kind: string): string {
  const formats = formatsOf(head);
  const detected = formats.find((format) => format.startsWith(`${kind}/`)) ?? formats[0];
  const [declared = ""] = (contentType ?? "").split(";");
  return (
    detected ?? (/^\s*[\w.+-]+\/[\w.+-]+\s*$/.test(declared) ? declared.trim() : "application/octet-stream")
  );
}

/** The changes that a valid creation or update asks for. */
export function sentChanges({ body }: RequestReport): MediaChanges {
  const { title, metadata } = asNode(body.value);
  return {
    ...(typeof title === "string" && { title }),
    ...(metadata !== undefined && { metadata: asNode(metadata) as Record<string, string> }),
  };
}
