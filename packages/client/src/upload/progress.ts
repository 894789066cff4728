/** How much of a request body has been sent. */
export interface Progress {
  /** In bytes, of the whole body. */
  readonly loaded: number;
  /** In bytes; undefined when the size of a stream is unknown. */
  readonly total: number | undefined;
}

/** Reports only progress beyond what was reported before: a retry starts again from zero. */
export function onlyForward(report: ((progress: Progress) => void) | undefined) {
  let furthest = 0;
  return (progress: Progress): void => {
    if (progress.loaded <= furthest) return;
    furthest = progress.loaded;
    report?.(progress);
  };
}
