/** One dimension in which a message or a document can grow. */
export interface GrowthCase {
  /** What grows, such as `query parameters`. */
  readonly dimension: string;
  /** Size that is far above noise, and still takes milliseconds. */
  readonly size: number;
  /** Prepares an input of a size. Only the returned work is measured. */
  readonly prepare: (size: number) => () => unknown;
}
