import type { AST } from "@eslint-community/regexpp";

/** A state of the automaton: reads one character, tests the position, or continues without reading. */
type State =
  | { readonly kind: "read"; readonly fits: (character: string) => boolean; next: number }
  | { readonly kind: "split"; readonly next: number[] }
  | {
      readonly kind: "assert";
      readonly holds: (before: string | undefined, after: string | undefined) => boolean;
      next: number;
    }
  | { readonly kind: "accept" };

/** Largest automaton that is built. Its size times the length of the input bounds the cost of a match. */
const MAX_STATES = 2_000;

/**
 * Compiles a pattern to an automaton that reads each character once (Thompson's construction), so that the cost of a
 * match is linear. Returns null when the pattern needs lookaround or backreferences, or is too large.
 */
export function buildMachine(pattern: AST.Pattern): ((text: string) => boolean) | null {
  const states: State[] = [];
  const builder = new Builder(states);
  const accept = builder.add({ kind: "accept" });
  const start = builder.choice(pattern.alternatives, accept);
  return start === null || states.length > MAX_STATES ? null : (text) => run(states, start, text);
}

/** Builds states from the end to the start. Each method returns the first state of a piece that leads to `next`. */
class Builder {
  readonly #states: State[];

  constructor(states: State[]) {
    this.#states = states;
  }

  add(state: State): number {
    return this.#states.push(state) - 1;
  }

  choice(alternatives: readonly AST.Alternative[], next: number): number | null {
    const entries = alternatives.map(({ elements }) => this.#sequence(elements, next));
    if (entries.includes(null)) return null;
    return entries.length === 1
      ? (entries[0] as number)
      : this.add({ kind: "split", next: entries as number[] });
  }

  #sequence(elements: readonly AST.Element[], next: number): number | null {
    return elements.reduceRight<number | null>(
      (at, element) => (at === null ? null : this.#element(element, at)),
      next,
    );
  }

  #element(element: AST.Element, next: number): number | null {
    if (this.#states.length > MAX_STATES) return null;
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return this.choice(element.alternatives, next);
      case "Quantifier":
        return this.#quantifier(element, next);
      case "Assertion":
        return this.#assertion(element, next);
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        return this.add({ kind: "read", fits: fitting(element.raw), next });
      default:
        return null;
    }
  }

  #quantifier({ element, min, max }: AST.Quantifier, next: number): number | null {
    let at: number | null = next;
    if (max === Number.POSITIVE_INFINITY) {
      const loop: { kind: "split"; next: number[] } = { kind: "split", next: [next] };
      at = this.add(loop);
      const body = this.#element(element, at);
      if (body === null) return null;
      loop.next.push(body);
    }
    const optional = max === Number.POSITIVE_INFINITY ? 0 : max - min;
    for (let count = 0; count < optional && at !== null; count++) at = this.#optional(element, at, next);
    for (let count = 0; count < min && at !== null; count++) at = this.#element(element, at);
    return at;
  }

  #optional(element: AST.QuantifiableElement, at: number, skip: number): number | null {
    const body = this.#element(element, at);
    return body === null ? null : this.add({ kind: "split", next: [body, skip] });
  }

  #assertion(element: AST.Assertion, next: number): number | null {
    switch (element.kind) {
      case "start":
        return this.add({ kind: "assert", holds: (before) => before === undefined, next });
      case "end":
        return this.add({ kind: "assert", holds: (_, after) => after === undefined, next });
      case "word": {
        const { negate } = element;
        return this.add({
          kind: "assert",
          holds: (before, after) => (isWord(before) !== isWord(after)) !== negate,
          next,
        });
      }
      default:
        return null;
    }
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/u.test(character);
}

/** Tests one character against one piece of a pattern with the runtime; cached for ASCII. */
function fitting(source: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${source})$`, "u");
  const known: (boolean | undefined)[] = [];
  return (character) => {
    const code = character.length === 1 ? character.charCodeAt(0) : 128;
    if (code > 127) return expression.test(character);
    const fits = known[code] ?? expression.test(character);
    known[code] = fits;
    return fits;
  };
}

/** Whether the automaton accepts some part of the text. */
function run(states: readonly State[], start: number, text: string): boolean {
  const characters = [...text];
  let current = new Set<number>();
  for (let index = 0; index <= characters.length; index++) {
    const before = characters[index - 1];
    const after = characters[index];
    current.add(start);
    const closed = close(states, current, before, after);
    if (closed === null) return true;
    if (after === undefined) return false;
    current = advance(states, closed, after);
  }
  return false;
}

/** All states that can be reached without reading; null when one of them accepts. */
function close(
  states: readonly State[],
  from: ReadonlySet<number>,
  before: string | undefined,
  after: string | undefined,
): Set<number> | null {
  const seen = new Set(from);
  for (const index of seen) {
    const state = states[index] as State;
    switch (state.kind) {
      case "accept":
        return null;
      case "split":
        for (const next of state.next) seen.add(next);
        break;
      case "assert":
        if (state.holds(before, after)) seen.add(state.next);
        break;
      case "read":
        break;
      default:
        state satisfies never;
    }
  }
  return seen;
}

function advance(states: readonly State[], from: ReadonlySet<number>, character: string): Set<number> {
  const reached = new Set<number>();
  for (const index of from) {
    const state = states[index] as State;
    if (state.kind === "read" && state.fits(character)) reached.add(state.next);
  }
  return reached;
}
