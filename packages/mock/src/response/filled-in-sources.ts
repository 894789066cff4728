import { asNode, type Node } from "../document/node.js";

/** Media types of the formats of the examples, by extension. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  mkv: "video/x-matroska",
  webm: "video/webm",
  hevc: "video/hevc",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  heic: "image/heic",
  webp: "image/webp",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
};

/**
 * Media data that was filled in from a list item, with the sources of its own file: the original alone, because the copies
 * of the example are of another file. Data without sources stays as it is.
 */
export function withOwnSources(data: Node): Node {
  const { sources, filename, status } = data;
  if (!Array.isArray(sources) || sources.length === 0) return data;
  const original = sources.map(asNode).find((source) => source.original === true);
  const extension = /\.(\w+)$/.exec(String(filename))?.[1]?.toLowerCase() ?? "";
  const type = MEDIA_TYPES[extension];
  if (original === undefined || type === undefined) return data;
  if (status !== "complete") return { ...data, sources: [], urls: nulls(asNode(data.urls)) };
  const { kind, filesize, width, height, duration, created, updated } = data;
  const bitrate = duration ? Math.round((Number(filesize) * 8) / Number(duration)) : null;
  const src = String(original.src).replace(/[^/]*$/, encodeURIComponent(String(filename)));
  const facts = { kind, filesize, width, height, duration, created, updated };
  return {
    ...data,
    sources: [{ ...original, ...facts, format: extension, type, src, bitrate, codec: null }],
  };
}

function nulls(urls: Node): Node {
  return Object.fromEntries(Object.keys(urls).map((name) => [name, null]));
}
