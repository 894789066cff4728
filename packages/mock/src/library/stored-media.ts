import type { Media } from "@ittybit/openapi/types";
import type { ProcessedFile } from "./media-lifecycle.js";
import type { Pending } from "./processing.js";

/** One Media of the library. */
export interface StoredMedia {
  readonly media: Media;
  /** Position in the order of creation. */
  readonly sequence: number;
  /** What the Media becomes when its processing ends; null if nothing can be played. */
  readonly file: ProcessedFile | null;
  /** null once processing has ended. */
  readonly pending: Pending | null;
}

/** One page of a list. */
export interface MediaPage {
  readonly items: readonly Media[];
  /** Number of items on all pages. */
  readonly total: number;
}
