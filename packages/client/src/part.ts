import type { FileSource } from "./file-source.js";

/** A part of a form: its name and its text or file. */
export type Part = readonly [name: string, value: string | FileSource];

/** How much of a request body has been sent. */
export interface Progress {
  /** In bytes, of the whole body. */
  readonly loaded: number;
  /** In bytes; undefined when a stream does not say its size. */
  readonly total: number | undefined;
}

/** Tells of progress only forwards: a body that is sent again starts from nothing. */
export function forwards(tell: ((progress: Progress) => void) | undefined) {
  let furthest = 0;
  return (progress: Progress): void => {
    if (progress.loaded <= furthest) return;
    furthest = progress.loaded;
    tell?.(progress);
  };
}

/** Whether a body of these parts can be made more than once. */
export const replayable = (parts: readonly Part[]): boolean =>
  parts.every(([, value]) => typeof value === "string" || value.again);
