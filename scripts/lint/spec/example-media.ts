import type { Steps } from "./spec-source.js";

type Json = Record<string, unknown>;

/** What contradicts itself in an item, and where. */
interface Contradiction {
  readonly steps: Steps;
  readonly message: string;
}

/** Extensions of file names by the kind of what is in the file. */
const EXTENSIONS: Readonly<Record<string, RegExp>> = {
  video: /\.(?:mp4|mov|mkv|webm|hevc)$/i,
  image: /\.(?:jpe?g|png|gif|heic|webp)$/i,
  audio: /\.(?:mp3|m4a|wav|ogg|flac|aac)$/i,
};

/** Playlists of video and sound have a media type that is neither. */
const PLAYLIST = /^application\/(?:vnd\.apple\.mpegurl|dash\+xml)$/;

/** Facts of a file, which the item states as well. */
const FILE_FACTS = ["filesize", "width", "height", "duration"];

/** How far the shape of a smaller copy may be off, because pixels are whole. */
const SHAPE_TOLERANCE = 0.01;

/**
 * An item of media whose fields contradict each other or its sources: kind, media type, file name, size in bytes and pixels,
 * duration, bitrate, and times.
 */
export function* mediaContradictions(item: Json): Generator<Contradiction> {
  const { kind, filename, created, updated } = item;
  if (typeof kind !== "string") return;
  if (kind === "image" && typeof item.duration === "number")
    yield { steps: ["duration"], message: "an image has no duration" };
  if (kind === "audio" && typeof item.width === "number")
    yield { steps: ["width"], message: "sound has no width" };
  if (typeof filename === "string" && !(EXTENSIONS[kind]?.test(filename) ?? true))
    yield { steps: ["filename"], message: `${filename} is not the name of a file of the kind ${kind}` };
  if (typeof created === "string" && typeof updated === "string" && updated < created)
    yield { steps: ["updated"], message: "updated is before created" };
  if (Array.isArray(item.sources)) yield* sourceContradictions(item, item.sources.map(object));
}

function* sourceContradictions(item: Json, sources: readonly Json[]): Generator<Contradiction> {
  const isPlayable = item.status === "complete" && item.deleted === null;
  if (isPlayable && sources.length === 0)
    yield { steps: ["sources"], message: "a complete item has a source" };
  if (typeof item.deleted === "string" && sources.length > 0)
    yield { steps: ["sources"], message: "a deleted item has no sources" };
  for (const [index, source] of sources.entries())
    for (const { steps, message } of contradictionsOf(item, source))
      yield { steps: ["sources", index, ...steps], message };
}

function* contradictionsOf(item: Json, source: Json): Generator<Contradiction> {
  const { kind, type, original, bitrate, filesize, duration, src } = source;
  if (kind !== undefined && kind !== item.kind)
    yield { steps: ["kind"], message: `a source of the kind ${kind} in an item of the kind ${item.kind}` };
  if (typeof type === "string" && !type.startsWith(`${item.kind}/`) && !PLAYLIST.test(type))
    yield { steps: ["type"], message: `${type} is not a media type of the kind ${item.kind}` };
  const same = original === true ? FILE_FACTS : ["duration"];
  for (const name of same)
    if (name in source && name in item && source[name] !== item[name])
      yield { steps: [name], message: `${name} is ${source[name]}, but that of the item is ${item[name]}` };
  if (original === true && typeof item.filename === "string" && !String(src).endsWith(`/${item.filename}`))
    yield { steps: ["src"], message: `the original must be named ${item.filename}` };
  if (original !== true && !hasShapeOf(item, source))
    yield { steps: ["width"], message: "width and height do not have the shape of the item" };
  if (typeof bitrate === "number" && typeof filesize === "number" && typeof duration === "number") {
    const expected = Math.round((filesize * 8) / duration);
    if (bitrate !== expected)
      yield { steps: ["bitrate"], message: `bitrate must be ${expected}, filesize * 8 / duration` };
  }
}

function hasShapeOf(item: Json, { width, height }: Json): boolean {
  if (![width, height, item.width, item.height].every((one) => typeof one === "number")) return true;
  const shape = Number(width) / Number(height) / (Number(item.width) / Number(item.height));
  return Math.abs(shape - 1) < SHAPE_TOLERANCE;
}

const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
