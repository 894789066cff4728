/** What of a fact the public reference does not state, and why the contract states it all the same. */
export interface InferredMark {
  /** Aspects: existence, name, type, format, required, values, behaviour. Existence is all of them. */
  readonly what: readonly string[];
  /** One sentence. */
  readonly why: string;
  /** Where the decision comes from, if it is public: a page and its date. */
  readonly source?: string;
}

/** Reads an `x-inferred`; undefined where there is none. */
export function markOf(value: unknown): InferredMark | undefined {
  if (typeof value === "string") return { what: ["existence"], why: value };
  return typeof value === "object" && value !== null ? (value as InferredMark) : undefined;
}

/** Whether a mark covers the whole fact and everything below it. */
export const isWhole = (mark: InferredMark | undefined): boolean => mark?.what.includes("existence") ?? false;

/** `inferred` for a whole fact, else with the aspects: `inferred: format, values`. */
export const markLabel = (mark: InferredMark): string =>
  isWhole(mark) ? "inferred" : `inferred: ${mark.what.join(", ")}`;

/** The reason, with its source where there is one. */
export const markReason = ({ why, source }: InferredMark): string =>
  source === undefined ? why : `${why} Source: ${source}.`;
