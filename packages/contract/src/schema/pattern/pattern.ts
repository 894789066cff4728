/** Longest string (UTF-16 units) that a pattern from a document is run against; longer ones are reported as unchecked. */
const MAX_PATTERN_INPUT = 10_000;

/** Thrown inside a validator; the check turns it into an `unchecked` finding. */
export class StringTooLong extends Error {
  override readonly name = "StringTooLong";
}

export interface Pattern {
  test(text: string): boolean;
  /** Ajv compares patterns by this text. */
  toString(): string;
}

/** Compiles a pattern. Throws a SyntaxError for an invalid one. */
export type PatternEngine = (pattern: string, flags: string) => Pattern;

/**
 * Regular expressions of the runtime, with a limit on the input. Only for patterns whose cost grows at most with the
 * square of the length: see pattern-cost.ts.
 */
export const boundedPattern: PatternEngine = (pattern, flags) => {
  const expression = new RegExp(pattern, flags);
  return bounded(String(expression), (text) => expression.test(text));
};

/** Adds the limit on the input to a matcher. */
export function bounded(name: string, test: (text: string) => boolean): Pattern {
  return {
    toString: () => name,
    test(text) {
      if (text.length > MAX_PATTERN_INPUT) throw new StringTooLong(`${text.length} characters`);
      return test(text);
    },
  };
}
