/** A pattern to search for. */
export interface Pattern {
  readonly text: string;
  /** Only as a whole word: no letter or digit before or after it. */
  readonly isWord: boolean;
}

/** A stretch of a text, from `start` to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Patterns are looked up by their first characters: by eight, and by five for shorter ones. */
const [LONG_KEY, SHORT_KEY] = [8, 5];

/** From this length on, the beginning of a pattern counts as the pattern. */
const MIN_BEGINNING = 16;

/** Shortest beginning of a pattern that counts where a text was cut, and the longest to look for. */
const [MIN_CUT, MAX_CUT] = [4, 64];

/** Stands where a text was cut. */
const CUT = "…";

/**
 * Finds all of many patterns in one pass over a text, by a table of their first characters (Rabin and Karp, 1987). The
 * time depends on the length of the text, and hardly on the number of patterns.
 */
export class PatternSearch {
  /** Patterns by their first characters, each group in order. */
  readonly #groups = new Map<string, Pattern[]>();
  /** Pairs of characters with which patterns begin. */
  readonly #pairs = new Uint8Array(0x10000);
  readonly #patterns: readonly Pattern[];
  readonly #beginnings: ReadonlyMap<Pattern, Pattern>;
  #starts: ReadonlySet<string> | null = null;

  /** @param patterns of five characters at least */
  constructor(patterns: readonly Pattern[]) {
    this.#patterns = [...patterns].sort((a, b) => (a.text < b.text ? -1 : 1));
    this.#beginnings = linkBeginnings(this.#patterns);
    for (const pattern of this.#patterns) {
      const key = keyOf(pattern.text);
      const group = this.#groups.get(key);
      if (group === undefined) this.#groups.set(key, [pattern]);
      else group.push(pattern);
      this.#pairs[pairAt(pattern.text, 0)] = 1;
    }
  }

  /** The stretches of a text that hold a pattern, or the beginning of one at a cut. In order, without overlaps. */
  find(text: string): Span[] {
    if (this.#groups.size === 0) return [];
    const spans: Span[] = [];
    for (let start = 0; start <= text.length - SHORT_KEY; start++) {
      if (this.#pairs[pairAt(text, start)] === 0) continue;
      this.#addHits(spans, text, start, LONG_KEY);
      this.#addHits(spans, text, start, SHORT_KEY);
    }
    for (let at = text.indexOf(CUT); at !== -1; at = text.indexOf(CUT, at + 1)) this.#addCut(spans, text, at);
    return merged(spans);
  }

  #addHits(spans: Span[], text: string, start: number, keyLength: number): void {
    const group = this.#groups.get(text.slice(start, start + keyLength));
    if (group === undefined) return;
    for (const { text: pattern, isWord } of neighbours(group, text.slice(start), this.#beginnings)) {
      const length = agreement(pattern, text, start);
      const isWhole = length === pattern.length;
      if (!isWhole && (isWord || length < MIN_BEGINNING)) continue;
      if (!isWord || isWholeWord(text, start, start + length)) spans.push({ start, end: start + length });
    }
  }

  /** Adds the longest beginning of a pattern that ends at a cut. */
  #addCut(spans: Span[], text: string, at: number): void {
    for (let length = Math.min(MAX_CUT, at); length >= MIN_CUT; length--) {
      const start = at - length;
      if (!this.#isBeginning(text.slice(start, at))) continue;
      spans.push({ start, end: at });
      return;
    }
  }

  #isBeginning(text: string): boolean {
    if (text.length < LONG_KEY) return this.#shortStarts().has(text);
    const group = this.#groups.get(text.slice(0, LONG_KEY));
    return (
      group !== undefined &&
      neighbours(group, text, this.#beginnings).some((pattern) => pattern.text.startsWith(text))
    );
  }

  #shortStarts(): ReadonlySet<string> {
    this.#starts ??= new Set(
      this.#patterns.flatMap(({ text }) =>
        Array.from({ length: LONG_KEY - MIN_CUT }, (_, index) => text.slice(0, MIN_CUT + index)),
      ),
    );
    return this.#starts;
  }
}

function keyOf(pattern: string): string {
  return pattern.slice(0, pattern.length >= LONG_KEY ? LONG_KEY : SHORT_KEY);
}

/** Two characters as an index of a small table. */
function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index) * 257 + text.charCodeAt(index + 1)) & 0xffff;
}

/**
 * Of patterns in order, those that may agree with the beginning of a text: the neighbours of its place, of which one
 * agrees the furthest, and every pattern that the one before it begins with. A pattern that the text begins with is
 * among these, because whatever lies between the two begins with it as well.
 */
function neighbours(
  group: readonly Pattern[],
  text: string,
  beginnings: ReadonlyMap<Pattern, Pattern>,
): readonly Pattern[] {
  if (group.length <= 4) return group;
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] as Pattern).text <= text) low = middle + 1;
    else high = middle;
  }
  const found = group.slice(Math.max(low - 1, 0), low + 1);
  let beginning = group[low - 1] && beginnings.get(group[low - 1] as Pattern);
  for (; beginning !== undefined; beginning = beginnings.get(beginning)) found.push(beginning);
  return found;
}

/** For each pattern, the longest other one that it begins with. */
function linkBeginnings(patterns: readonly Pattern[]): ReadonlyMap<Pattern, Pattern> {
  const links = new Map<Pattern, Pattern>();
  const open: Pattern[] = [];
  for (const pattern of patterns) {
    while (open.length > 0 && !pattern.text.startsWith((open.at(-1) as Pattern).text)) open.pop();
    const last = open.at(-1);
    if (last !== undefined) links.set(pattern, last);
    open.push(pattern);
  }
  return links;
}

/** Number of characters that a pattern and a text have in common from `start`. */
function agreement(pattern: string, text: string, start: number): number {
  let length = 0;
  while (length < pattern.length && pattern.charCodeAt(length) === text.charCodeAt(start + length)) length++;
  return length;
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

function isWholeWord(text: string, start: number, end: number): boolean {
  const [before = "", after = ""] = [text[start - 1], text[end]];
  return !WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after);
}

function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
