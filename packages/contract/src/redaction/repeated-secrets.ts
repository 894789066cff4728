import type { Vocabulary } from "./contract-vocabulary.js";
import { PatternSearch } from "./pattern-search.js";
import { spellings } from "./secret-spellings.js";
import { REDACTED } from "./visitor.js";

/** Shortest secret to look for elsewhere, in characters: shorter ones are part of too many words. */
const MIN_LENGTH = 5;

/** Shortest secret that is removed from names and paths too. */
const MIN_STRONG_LENGTH = 8;

/** Values that mean something else wherever they stand: words of HTTP, short numbers, dates and times. */
const COMMON =
  /^(?:true|false|null|undefined|none|bearer|basic|digest|token|https?|\d{1,8}|-?\d+(?:\.\d+)?|\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|\d\d:\d\d(?::\d\d)?Z?)$/i;

/** Finds the secrets of an exchange where no name gives them away. */
export class RepeatedSecrets {
  readonly #strong: PatternSearch;
  readonly #all: PatternSearch;

  constructor(secrets: ReadonlySet<string>, vocabulary: Vocabulary) {
    const known = [...secrets].flatMap(readings).filter((secret) => isSearchable(secret, vocabulary));
    const strong = known.filter(isStrong).flatMap(spellings);
    const weak = known.filter((secret) => !isStrong(secret)).flatMap(spellings);
    const patterns = [...new Set(strong)].map((text) => ({ text, isWord: false }));
    this.#strong = new PatternSearch(patterns);
    const words = [...new Set(weak)].map((text) => ({ text, isWord: true }));
    this.#all = words.length === 0 ? this.#strong : new PatternSearch([...patterns, ...words]);
  }

  /** Removes all secrets. Values such as dates, which a format may ask for, stay. */
  removeFromValue(text: string): string {
    return COMMON.test(text) ? text : replaced(text, this.#all);
  }

  /** Removes what is clearly a secret: words stay, because names and paths are made of them. */
  removeFromStructure(text: string): string {
    return replaced(text, this.#strong);
  }
}

function replaced(text: string, search: PatternSearch): string {
  const spans = search.find(text);
  if (spans.length === 0) return text;
  let [clean, from] = ["", 0];
  for (const { start, end } of spans) {
    clean += text.slice(from, start) + REDACTED;
    from = end;
  }
  return clean + text.slice(from);
}

function isSearchable(secret: string, { names, values }: Vocabulary): boolean {
  const isWord = names.has(secret.toLowerCase()) || values.has(secret);
  return secret.length >= MIN_LENGTH && !isWord && !COMMON.test(secret) && secret !== REDACTED;
}

/** Long enough, and unlike a word. */
function isStrong(secret: string): boolean {
  return (
    secret.length >= 16 || (secret.length >= MIN_STRONG_LENGTH && !/^\p{Lu}?\p{Ll}+$|^\p{Lu}+$/u.test(secret))
  );
}

/** Headers are read byte by byte; if the bytes are UTF-8, bodies hold what they spell. */
function readings(secret: string): string[] {
  const value = secret.trim();
  const codes = Array.from(value, (character) => character.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return [value];
  return [value, new TextDecoder().decode(Uint8Array.from(codes))];
}
