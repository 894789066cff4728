import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";

const types = {
  "video.mp4": "video/mp4",
  "video.mov": "video/quicktime",
  "video.mkv": "video/x-matroska",
  "video.hevc": "video/hevc",
  "video.webm": "video/webm",
  "image.jpg": "image/jpeg",
  "image.png": "image/png",
  "image.gif": "image/gif",
  "image.heic": "image/heic",
  "image.webp": "image/webp",
  "audio.m4a": "audio/mp4",
} as const;

/** A file of test/fixtures/media. */
export type MediaName = keyof typeof types;

/** Every video and image, each in another format. */
export const mediaNames = (Object.keys(types) as MediaName[]).filter((name) => !name.startsWith("audio"));

/** A real file, as a browser or a script would send it. */
export async function mediaFile(name: MediaName): Promise<File> {
  const path = fileURLToPath(new URL(`../../test/fixtures/media/${name}`, import.meta.url));
  return new File([await openAsBlob(path)], name, { type: types[name] });
}
