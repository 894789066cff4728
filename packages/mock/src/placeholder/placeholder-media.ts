import type { PaddedBytes } from "../files/padded-bytes.js";
import { blockCount } from "./avc-picture.js";
import { PICTURE_COUNT, writeMp4 } from "./mp4-file.js";
import { drawPlaceholder, PICTURE_NAME, PICTURE_TYPE } from "./placeholder-picture.js";
import { minWavSize, SILENCE, writeWavHead } from "./wav-file.js";

/** What is known about a Media that has no file. */
export interface DescribedMedia {
  readonly id: string;
  readonly kind: string;
  readonly filename?: string | null;
  /** In bytes. */
  readonly filesize?: number;
  /** In pixels. */
  readonly width?: number | null;
  readonly height?: number | null;
  /** In seconds. */
  readonly duration?: number | null;
}

/** A file that is made for a Media. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes: those of the Media, unless they are too few for its kind. */
  readonly size: number;
  readonly make: () => PaddedBytes;
}

const SPACE = 0x20;

/**
 * A file of the size, pixels and duration that a Media states: a drawn picture, a silent video or silent sound. Returns
 * null if the Media does not state enough. Nothing is made before it is served.
 */
export function placeholderMedia(media: DescribedMedia): MadeFile | null {
  const { id, kind, filename, filesize = 0, width, height, duration } = media;
  const name = filename?.replace(/\.\w*$/, "") || kind;
  if (kind === "image") {
    const head = drawPlaceholder(media);
    return {
      name: PICTURE_NAME,
      mediaType: PICTURE_TYPE,
      size: Math.max(filesize, head.length),
      make: () => ({ head, fill: SPACE }),
    };
  }
  if (!duration) return null;
  if (kind === "audio") {
    const size = Math.max(filesize, minWavSize(duration));
    const make = () => ({ head: writeWavHead(duration, size), fill: SILENCE });
    return { name: `${name}.wav`, mediaType: "audio/wav", size, make };
  }
  if (!width || !height) return null;
  const size = Math.max(filesize, minMp4Size(width, height, duration));
  const make = () => ({ head: writeMp4({ width, height, ...colorOf(id), duration, size }), fill: 0 });
  return { name: `${name}.mp4`, mediaType: "video/mp4", size, make };
}

/** Bytes that a video takes at most without its padding. */
function minMp4Size(width: number, height: number, duration: number): number {
  return 2000 + 2 * PICTURE_COUNT * blockCount(width, height) + 8 * Math.ceil(duration);
}

/** A color that follows from an id. */
function colorOf(id: string): { blue: number; red: number } {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 65_521;
  const angle = (hash / 65_521) * 2 * Math.PI;
  return { blue: Math.round(Math.cos(angle) * 36), red: Math.round(Math.sin(angle) * 36) };
}
