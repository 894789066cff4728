/** What a file says about itself; null for what it does not say, or what cannot be read. */
export interface Measures {
  /** In pixels, as it is shown. */
  readonly width: number | null;
  readonly height: number | null;
  /** In seconds. */
  readonly duration: number | null;
}

export const UNKNOWN_MEASURES: Measures = { width: null, height: null, duration: null };
