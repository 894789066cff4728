import type { Media, MediaSummary } from "@ittybit/openapi/types";
import { completeMedia, type ProcessedFile, summaryOf } from "./media-lifecycle.js";

/**
 * The media that the examples of a document show: the items of its lists, and its deleted media, which can still be read.
 * The older ones come first.
 *
 * @param fileFor the file that a complete Media plays
 */
export function seedFromExamples(
  listed: readonly MediaSummary[],
  read: readonly Media[],
  fileFor: (media: MediaSummary) => ProcessedFile,
): Media[] {
  const current = listed.map((summary) => {
    const own = read.find(({ id, status }) => id === summary.id && status === summary.status);
    return own === undefined ? summary : summaryOf(own);
  });
  const byId = new Map(current.map((summary) => [summary.id, seedMedia(summary, fileFor)]));
  for (const media of read) {
    if (media.deleted !== null && !byId.has(media.id)) byId.set(media.id, media);
  }
  return oldestFirst([...byId.values()]);
}

/** The media of a list. A deleted one has no sources. The older ones come first. */
export function seedFromList(
  listed: readonly MediaSummary[],
  fileFor: (media: MediaSummary) => ProcessedFile,
): Media[] {
  return oldestFirst(listed.map((summary) => seedMedia(summary, fileFor)));
}

function oldestFirst(media: readonly Media[]): Media[] {
  return [...media].sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
}

/** A Media as its summary describes it, with sources if it is complete. */
export function seedMedia(summary: MediaSummary, fileFor: (media: MediaSummary) => ProcessedFile): Media {
  const media = { ...summary, urls: { preview: null, poster: null, playback: null }, sources: [] };
  if (summary.status !== "complete" || summary.deleted !== null) return media;
  return { ...completeMedia(media, fileFor(summary), summary.updated), ...summary };
}
