import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Characters to try for a class or an escape, the plain ones first. */
const CANDIDATES = [..."a0A_-. /:,@#+=%&?!~$*|'\"<>()[]{}\\^;`\t\n", "é", "漢"];

/** Longest string that is sampled. */
const MAX_LENGTH = 10_000;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/**
 * A string that matches a regular expression; null if none is found, as for most lookarounds.
 *
 * @param variant another string for another number, where the pattern has repetitions
 */
export function samplePattern(pattern: string, variant = 0, minLength = 0): string | null {
  try {
    const parsed = parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
    const expression = new RegExp(pattern, "u");
    let longest = -1;
    for (let extra = variant; longest < MAX_LENGTH; extra = extra < 8 ? extra + 1 : extra * 2) {
      const text = sampleChoice(parsed.alternatives, extra);
      if (text.length >= minLength && expression.test(text)) return text;
      if (text.length <= longest && extra > minLength) return null;
      longest = Math.max(longest, text.length);
    }
    return null;
  } catch {
    return null;
  }
}

/** @param extra how often to repeat beyond the minimum, where a repetition allows it */
function sampleChoice([first]: readonly AST.Alternative[], extra: number): string {
  return (first?.elements ?? []).map((element) => sampleElement(element, extra)).join("");
}

function sampleElement(element: AST.Element, extra: number): string {
  switch (element.type) {
    case "Group":
    case "CapturingGroup":
      return sampleChoice(element.alternatives, extra);
    case "Quantifier":
      return sampleElement(element.element, 0).repeat(
        Math.min(element.max, Math.max(element.min + extra, element.min)),
      );
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterSet":
    case "CharacterClass":
      return sampleCharacter(element.raw);
    default:
      return "";
  }
}

/** A character that one piece of a pattern accepts. */
function sampleCharacter(source: string): string {
  const expression = new RegExp(`^${source}$`, "u");
  const found = CANDIDATES.find((character) => expression.test(character)) ?? firstAscii(expression);
  if (found === undefined) throw new Error(`${source} accepts no common character`);
  return found;
}

function firstAscii(expression: RegExp): string | undefined {
  const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code));
  return characters.find((character) => expression.test(character));
}
