import { memoryFile } from "../files/memory-files.js";
import { type Measures, UNKNOWN_MEASURES } from "./measures.js";

/** A file that takes longer counts as one that cannot be read. */
const TIMEOUT_MS = 2000;

/** The parts of a media element that are used here. */
interface MediaElement {
  src: string;
  preload: string;
  onloadedmetadata: () => void;
  onerror: () => void;
  readonly videoWidth?: number;
  readonly videoHeight?: number;
  readonly duration: number;
}

/** What a page has; a worker has no document. */
const { document, createImageBitmap } = globalThis as unknown as {
  document?: { createElement(name: string): MediaElement };
  createImageBitmap?: (file: Blob) => Promise<{ readonly width: number; readonly height: number }>;
};

/** Lets the browser read the size in pixels and the duration of a file. */
export async function measureFile(path: string, kind: string): Promise<Measures> {
  const file = memoryFile(path);
  if (file === undefined) return UNKNOWN_MEASURES;
  const measured = kind === "image" ? measureImage(file) : measurePlayed(file, kind);
  const timeout = new Promise<Measures>((resolve) => setTimeout(resolve, TIMEOUT_MS, UNKNOWN_MEASURES));
  return Promise.race([measured.catch(() => UNKNOWN_MEASURES), timeout]);
}

async function measureImage(file: Blob): Promise<Measures> {
  const bitmap = await createImageBitmap?.(file);
  return bitmap ? { width: bitmap.width, height: bitmap.height, duration: null } : UNKNOWN_MEASURES;
}

async function measurePlayed(file: Blob, kind: string): Promise<Measures> {
  const element = document?.createElement(kind === "audio" ? "audio" : "video");
  if (element === undefined) return UNKNOWN_MEASURES;
  const src = URL.createObjectURL(file);
  try {
    await new Promise<void>((resolve, reject) => {
      element.onloadedmetadata = resolve;
      element.onerror = () => reject(new Error("the browser cannot read the file"));
      element.preload = "metadata";
      element.src = src;
    });
    const { videoWidth, videoHeight, duration } = element;
    return {
      width: videoWidth || null,
      height: videoHeight || null,
      duration: Number.isFinite(duration) ? duration : null,
    };
  } finally {
    URL.revokeObjectURL(src);
  }
}
