import type { AST } from "@eslint-community/regexpp";

/** A pattern that a text has to match at its start or, if it is negated, must not match there. */
interface Condition {
  readonly source: string;
  readonly isNegated: boolean;
}

/**
 * Splits a pattern such as `^(?=.*a)(?!b)c` into its conditions, so that each can have an automaton of its own. Returns
 * null for a pattern of another form.
 */
export function splitLeadingLookaheads({ alternatives, raw }: AST.Pattern): readonly Condition[] | null {
  const [first, ...following] = alternatives.length === 1 ? (alternatives[0]?.elements ?? []) : [];
  if (first?.type !== "Assertion" || first.kind !== "start" || HAS_BACKREFERENCE.test(raw)) return null;
  const firstOther = following.findIndex((element) => !isLookahead(element));
  const count = firstOther === -1 ? following.length : firstOther;
  if (count === 0) return null;
  const rest = following.slice(count).map((element) => element.raw);
  return [
    ...following.slice(0, count).filter(isLookahead).map(toCondition),
    { source: `^${rest.join("")}`, isNegated: false },
  ];
}

/** Also true for some patterns without one, which are then not split. */
const HAS_BACKREFERENCE = /\\[1-9k]/;

function isLookahead(element: AST.Element): element is AST.LookaheadAssertion {
  return element.type === "Assertion" && element.kind === "lookahead";
}

function toCondition({ alternatives, negate }: AST.LookaheadAssertion): Condition {
  const source = `^(?:${alternatives.map(({ raw }) => raw).join("|")})`;
  return { source, isNegated: negate };
}
