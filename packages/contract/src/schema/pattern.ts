/**
 * Longest string (UTF-16 units) that a pattern from a document is run against. Patterns that can backtrack
 * without bound are refused at load; the rest cost at most the square of the length, so that 10,000 keeps
 * one test below 250 ms. Longer strings are reported as unchecked.
 */
export const longestPatternInput = 10_000;

/** Thrown inside a validator; the check turns it into an `unchecked` finding. */
export class StringTooLong extends Error {
  override readonly name = "StringTooLong";
}

interface Pattern {
  test(text: string): boolean;
  toString(): string;
}

/**
 * The regular expression engine that validators use: ECMA-262, with a bound on the input. Ajv tells one
 * pattern from another by `toString`.
 */
export function boundedPattern(pattern: string, flags: string): Pattern {
  const expression = new RegExp(pattern, flags);
  return {
    toString: () => String(expression),
    test(text) {
      if (text.length > longestPatternInput) throw new StringTooLong(`${text.length} characters`);
      return expression.test(text);
    },
  };
}
