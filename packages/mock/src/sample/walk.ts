import type { OpenApiDocument } from "../document/open-document.js";

/** How to sample a schema. Several ways are tried until one gives a valid value. */
export interface SampleWay {
  /** Which branch of `oneOf` and `anyOf` to choose, counted from 0. */
  readonly branch: number;
  /** Include properties that are not required. */
  readonly withOptional: boolean;
  /** Use `example`, `examples` and `default`, even where they break the schema. */
  readonly withExamples: boolean;
  /** Exclude the branches of each `oneOf` that are not chosen, with a property that they reject. */
  readonly isExclusive: boolean;
}

/** The state of a walk through a schema. */
export interface Walk extends SampleWay {
  readonly document: OpenApiDocument;
  /** References on the way from the root to here. */
  readonly references: readonly string[];
  readonly depth: number;
  /** How many values the whole sample may still get. */
  readonly budget: { left: number };
  /** Samples a schema below this one. */
  readonly sample: (schema: unknown) => unknown;
}

/** Returned for a value that cannot be finite, or that has no value at all. */
export const NO_VALUE = Symbol("no value");
