/** Longest string (UTF-16 units) that a pattern from a document is run against; longer ones are reported as unchecked. */
const longestPatternInput = 10_000;

/** Thrown inside a validator; the check turns it into an `unchecked` finding. */
export class StringTooLong extends Error {
  override readonly name = "StringTooLong";
}

export interface Pattern {
  test(text: string): boolean;
  /** Ajv tells one pattern from another by this. */
  toString(): string;
}

/** Makes a matcher for a pattern. Throws a SyntaxError for what is no regular expression. */
export type PatternEngine = (pattern: string, flags: string) => Pattern;

/**
 * The runtime's own regular expressions, with a bound on the input. Only for patterns whose cost grows at most
 * with the square of the length: see pattern-cost.ts.
 */
export const boundedPattern: PatternEngine = (pattern, flags) => {
  const expression = new RegExp(pattern, flags);
  return bounded(String(expression), (text) => expression.test(text));
};

/** Refuses to look at strings that are too long, whatever looks at them. */
export function bounded(name: string, test: (text: string) => boolean): Pattern {
  return {
    toString: () => name,
    test(text) {
      if (text.length > longestPatternInput) throw new StringTooLong(`${text.length} characters`);
      return test(text);
    },
  };
}
