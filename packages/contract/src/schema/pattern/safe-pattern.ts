import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { ContractError } from "../../contract-error.js";
import { locationText, type SchemaLocation } from "../link/schema-registry.js";
import { buildMachine } from "./automaton.js";
import { splitLeadingLookaheads } from "./leading-lookaheads.js";
import { bounded, boundedPattern, type Pattern, type PatternEngine } from "./pattern.js";
import { isCheap, patternCost } from "./pattern-cost.js";

/** Characters of a pattern that a message shows. */
const MAX_SHOWN_LENGTH = 200;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/**
 * Matches patterns of any document in bounded time: cheap ones with the runtime, the rest with an automaton that reads
 * each character once. Throws an Error for a pattern that neither can match in bounded time.
 */
export const safePattern: PatternEngine = (source, flags) => {
  const parsed = parse(source);
  if (isCheap(patternCost(parsed))) return boundedPattern(source, flags);
  return machineFor(parsed, source, flags) ?? fail(source);
};

/** Whether the runtime alone is enough for a pattern. */
export function isCheapPattern(source: string): boolean {
  return isCheap(patternCost(parse(source)));
}

/** Refuses a pattern that is no regular expression, or that cannot be matched in bounded time. */
export function requireSafePattern(source: string, place: SchemaLocation): void {
  let parsed: AST.Pattern;
  try {
    parsed = parse(source);
  } catch (error) {
    const at = { pointer: locationText(place) };
    const fix = "Write it as ECMA-262 with the u flag understands it.";
    throw new ContractError(`"${shortened(source)}" is not a regular expression`, at, fix, error);
  }
  if (isCheap(patternCost(parsed)) || machineFor(parsed, source, "u") !== null) return;
  throw new ContractError(
    `"${shortened(source)}" can take endless time to match`,
    { pointer: locationText(place) },
    "Take lookarounds and backreferences out, or repetitions out of repetitions.",
  );
}

function parse(source: string): AST.Pattern {
  return parser.parsePattern(source, 0, source.length, { unicode: true });
}

function machineFor(parsed: AST.Pattern, source: string, flags: string): Pattern | null {
  const machine = buildMachine(parsed) ?? machineOfConditions(parsed);
  return machine && bounded(`/${source}/${flags}`, machine);
}

/** One automaton for each lookahead at the start of a pattern, and one for what follows them. */
function machineOfConditions(parsed: AST.Pattern): ((text: string) => boolean) | null {
  const machines = (splitLeadingLookaheads(parsed) ?? []).map(({ source, isNegated }) => {
    const machine = buildMachine(parse(source));
    return machine && ((text: string) => machine(text) !== isNegated);
  });
  if (machines.length === 0 || machines.includes(null)) return null;
  return (text) => machines.every((machine) => machine?.(text));
}

function shortened(source: string): string {
  return source.length > MAX_SHOWN_LENGTH ? `${source.slice(0, MAX_SHOWN_LENGTH)}…` : source;
}

function fail(source: string): never {
  throw new Error(`"${source}" can take endless time to match`);
}
