import type { AST } from "@eslint-community/regexpp";

/**
 * How much backtracking a pattern may need: at most `ways` times the length of the input to the power of
 * `degree`. `nested`: a repetition that can match in several ways is inside another one, so that no power of the
 * length is enough.
 */
export interface Cost {
  readonly degree: number;
  readonly ways: number;
  readonly nested: boolean;
}

const fixed: Cost = { degree: 0, ways: 1, nested: false };

/** An upper bound for the cost of a pattern, from its form alone. */
export function patternCost(pattern: AST.Pattern): Cost {
  const cost = costOfChoice(pattern.alternatives);
  const anchored = pattern.alternatives.every(
    ({ elements: [first] }) => first?.type === "Assertion" && first.kind === "start",
  );
  // without an anchor, the search begins again at every character
  return anchored ? cost : { ...cost, degree: cost.degree + 1 };
}

/** Whether the backtracking engine of the runtime is fast enough for a pattern of this cost. */
export function isCheap({ degree, ways, nested }: Cost): boolean {
  return !nested && degree <= 2 && ways <= (degree === 2 ? 4 : 1_000);
}

function costOfChoice(alternatives: readonly AST.Alternative[]): Cost {
  const costs = alternatives.map(costOfSequence);
  return {
    degree: Math.max(...costs.map(({ degree }) => degree)),
    ways: startApart(alternatives)
      ? Math.max(...costs.map(({ ways }) => ways))
      : costs.reduce((sum, { ways }) => sum + ways, 0),
    nested: costs.some(({ nested }) => nested),
  };
}

/** Whether the first character says which alternative it is, so that no other one is tried after it. */
function startApart(alternatives: readonly AST.Alternative[]): boolean {
  const firsts = alternatives.map(({ elements: [first] }) =>
    first?.type === "Character" ? first.value : null,
  );
  return !firsts.includes(null) && new Set(firsts).size === firsts.length;
}

/** Repetitions in a row multiply. A lookaround ends before what follows, so that only the most expensive one counts. */
function costOfSequence({ elements }: AST.Alternative): Cost {
  let sum = fixed;
  let aside = fixed;
  for (const element of elements) {
    const cost = costOfElement(element);
    if (element.type === "Assertion") aside = dearer(aside, cost);
    else
      sum = {
        degree: sum.degree + cost.degree,
        ways: sum.ways * cost.ways,
        nested: sum.nested || cost.nested,
      };
  }
  return { ...dearer(sum, aside), nested: sum.nested || aside.nested };
}

function dearer(a: Cost, b: Cost): Cost {
  return {
    degree: Math.max(a.degree, b.degree),
    ways: Math.max(a.ways, b.ways),
    nested: a.nested || b.nested,
  };
}

function costOfElement(element: AST.Element): Cost {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return costOfChoice(element.alternatives);
    case "Quantifier":
      return costOfQuantifier(element);
    case "Assertion":
      return element.kind === "lookahead" || element.kind === "lookbehind"
        ? costOfChoice(element.alternatives)
        : fixed;
    case "Backreference":
      return costOfBackreference(element);
    default:
      return fixed;
  }
}

/** A group without repetition captures a short text, which a backreference compares once. */
function costOfBackreference({ resolved }: AST.Backreference): Cost {
  const groups = Array.isArray(resolved) ? resolved : [resolved];
  return groups.every((group) => costOfChoice(group.alternatives).degree === 0)
    ? fixed
    : { ...fixed, nested: true };
}

/** Counts above this cost no less than a repetition without a limit. */
const MAX_COUNTED_REPETITIONS = 100;

function costOfQuantifier({ min, max, element }: AST.Quantifier): Cost {
  const inner = costOfElement(element);
  const varies = inner.degree > 0 || inner.ways > 1;
  if (max > 1 && varies) return { ...inner, nested: true };
  if (!varies && max - min > MAX_COUNTED_REPETITIONS) return { degree: 1, ways: 1, nested: inner.nested };
  if (max === Number.POSITIVE_INFINITY) return { degree: 1, ways: 1, nested: inner.nested };
  return { ...inner, ways: inner.ways * (max - min + 1) };
}
