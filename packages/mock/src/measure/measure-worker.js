// A thread of its own, because a hostile file can keep a parser busy for minutes. JavaScript, so that Node starts it without
// a build. It parses one file at a time; who started it ends it when a file takes too long.
import { open } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { imageSize } from "image-size";
import { ADTS, CustomSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from "mediabunny";

/** @typedef {import("./measures.js").Measures} Measures */
/** @typedef {import("node:fs/promises").FileHandle} FileHandle */

/** Most bytes to read of a file. */
const MAX_BYTES = 32e6;

/** Most bytes of an image before its size: a JPEG can begin with a large preview. */
const MAX_IMAGE_HEAD = 1e6;

const FORMATS = [MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG, ADTS, FLAC];

// what is wrong with a file is not for the log
console.warn = console.error = () => undefined;

parentPort?.on("message", async (/** @type {{ path: string, kind: string }} */ { path, kind }) => {
  parentPort?.postMessage(await measure(path, kind).catch(() => null));
});

parentPort?.postMessage("ready");

/**
 * @param {string} path
 * @param {string} kind
 * @returns {Promise<Measures>}
 */
async function measure(path, kind) {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return kind === "image" ? await measureImage(file, size) : await measureStream(file, size, kind);
  } finally {
    await file.close();
  }
}

/**
 * @param {FileHandle} file
 * @param {number} size
 * @returns {Promise<Measures>}
 */
async function measureImage(file, size) {
  const {
    width,
    height,
    orientation = 1,
  } = imageSize(await readBytes(file, 0, Math.min(size, MAX_IMAGE_HEAD)));
  // 5 to 8 turn the picture by a quarter (Exif, tag 0x0112)
  const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height];
  return { width: positive(shownWidth), height: positive(shownHeight), duration: null };
}

/**
 * @param {FileHandle} file
 * @param {number} size
 * @param {string} kind
 * @returns {Promise<Measures>}
 */
async function measureStream(file, size, kind) {
  let bytes = 0;
  const source = new CustomSource({
    getSize: () => size,
    read: (start, end) => {
      bytes += end - start;
      if (bytes > MAX_BYTES) throw new Error("too much to read");
      return readBytes(file, start, end);
    },
    handleUnhandledError: () => undefined,
  });
  const input = new Input({ source, formats: FORMATS });
  const track = kind === "video" ? await input.getPrimaryVideoTrack() : null;
  const duration = await input.getDurationFromMetadata();
  return {
    width: positive(track && (await track.getDisplayWidth())),
    height: positive(track && (await track.getDisplayHeight())),
    duration:
      duration !== null && Number.isFinite(duration) && duration >= 0 ? toMilliseconds(duration) : null,
  };
}

/**
 * @param {FileHandle} file
 * @param {number} start
 * @param {number} end
 */
async function readBytes(file, start, end) {
  const { buffer, bytesRead } = await file.read(new Uint8Array(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}

/** @param {number | null} pixels */
function positive(pixels) {
  return pixels !== null && Number.isInteger(pixels) && pixels > 0 ? pixels : null;
}

/** @param {number} seconds */
function toMilliseconds(seconds) {
  return Math.round(seconds * 1000) / 1000;
}
