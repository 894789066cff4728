import type { RequestReport } from "@ittybit/contract";
import { asNode } from "../document/node.js";
import { FILES_PATH } from "../files/file-path.js";
import type { MediaChanges, NewMedia, ProcessedFile } from "../library/media.js";
import { formatsOf } from "../request/file-format.js";
import { sentFile, sentFilename, sentKind } from "./sent-file.js";

/** The Media that a valid creation asks for. @param kind the only kind that the operation creates */
export function sentMedia(
  report: RequestReport,
  kind: string | null,
): { media: NewMedia; createFile: (id: string) => ProcessedFile } {
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
  const mediaType = formatsOf(file?.head ?? new Uint8Array())[0] ?? file?.contentType ?? "";
  const createFile = (id: string): ProcessedFile => ({
    src: `${FILES_PATH}/${id}/${encodeURIComponent(filename ?? "file")}`,
    poster: null,
    mediaType: mediaType || `${media.kind}/*`,
    size: media.filesize,
    width: null,
    height: null,
    duration: null,
    isOriginal: file !== undefined,
  });
  return { media, createFile };
}

/** The changes that a valid creation or update asks for. */
export function sentChanges({ body }: RequestReport): MediaChanges {
  const { title, metadata } = asNode(body.value);
  return {
    ...(typeof title === "string" && { title }),
    ...(metadata !== undefined && { metadata: asNode(metadata) as Record<string, string> }),
  };
}
