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

/** Patterns are searched by this many first characters; a hit extends as far as the pattern agrees with the text. */
const PREFIX_LENGTH = 16;

/** Shortest beginning of a pattern that counts at a cut, in characters. */
const MIN_CUT_LENGTH = 4;

/** Up to this many patterns, a native search decides first whether a text holds any of them. */
const MAX_PREFILTERED = 64;

/** Stands where a text was cut. */
const CUT = "…";

/**
 * Finds all of many patterns in one pass over a text (Aho and Corasick, 1975). The time depends on the length of the
 * text, not on the number of patterns.
 */
export class PatternSearch {
  /** Edges of the trie: state and character to state. */
  readonly #next = new Map<number, number>();
  readonly #depth: number[] = [0];
  readonly #failure: number[] = [0];
  /** Per state, the nearest state with patterns among itself and its suffixes; 0 for none. */
  readonly #hit: number[] = [0];
  readonly #patterns = new Map<number, Pattern[]>();
  readonly #prefixes: readonly string[];

  constructor(patterns: readonly Pattern[]) {
    for (const pattern of patterns) this.#insert(pattern);
    for (const group of this.#patterns.values()) group.sort((a, b) => (a.text < b.text ? -1 : 1));
    this.#link();
    this.#prefixes = [...new Set(patterns.map(({ text }) => text.slice(0, PREFIX_LENGTH)))];
  }

  /** The stretches of a text that hold a pattern, or the beginning of one at a cut. In order, without overlaps. */
  find(text: string): Span[] {
    if (!this.#mayHold(text)) return [];
    const spans: Span[] = [];
    let state = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === CUT.charCodeAt(0)) this.#addCut(spans, state, index);
      state = this.#step(state, code);
      for (
        let hit = this.#hit[state] as number;
        hit !== 0;
        hit = this.#hit[this.#failure[hit] as number] as number
      ) {
        this.#addHits(spans, text, hit, index + 1);
      }
    }
    return merged(spans);
  }

  #mayHold(text: string): boolean {
    if (this.#prefixes.length === 0) return false;
    if (this.#prefixes.length > MAX_PREFILTERED || text.includes(CUT)) return true;
    return this.#prefixes.some((prefix) => text.includes(prefix));
  }

  #insert(pattern: Pattern): void {
    let state = 0;
    for (let index = 0; index < Math.min(pattern.text.length, PREFIX_LENGTH); index++) {
      const edge = edgeOf(state, pattern.text.charCodeAt(index));
      let next = this.#next.get(edge);
      if (next === undefined) {
        next = this.#depth.length;
        this.#next.set(edge, next);
        this.#depth.push(index + 1);
        this.#failure.push(0);
        this.#hit.push(0);
      }
      state = next;
    }
    const group = this.#patterns.get(state);
    if (group === undefined) this.#patterns.set(state, [pattern]);
    else group.push(pattern);
  }

  /** Computes failure links, level by level: the edges of a trie are in the order of their depth after a sort. */
  #link(): void {
    const edges = [...this.#next].sort(
      ([, a], [, b]) => (this.#depth[a] as number) - (this.#depth[b] as number),
    );
    for (const [edge, state] of edges) {
      const parent = Math.floor(edge / 0x10000);
      if (parent !== 0) this.#failure[state] = this.#step(this.#failure[parent] as number, edge % 0x10000);
      this.#hit[state] = this.#patterns.has(state)
        ? state
        : (this.#hit[this.#failure[state] as number] as number);
    }
  }

  #step(from: number, code: number): number {
    let state = from;
    for (;;) {
      const next = this.#next.get(edgeOf(state, code));
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#failure[state] as number;
    }
  }

  #addCut(spans: Span[], state: number, index: number): void {
    const length = this.#depth[state] as number;
    if (length >= MIN_CUT_LENGTH) spans.push({ start: index - length, end: index });
  }

  /** @param end index behind the prefix that was found */
  #addHits(spans: Span[], text: string, state: number, end: number): void {
    const start = end - (this.#depth[state] as number);
    const group = this.#patterns.get(state) as readonly Pattern[];
    for (const pattern of closest(group, text, start)) {
      const length = agreement(pattern.text, text, start);
      if (!pattern.isWord || isWholeWord(text, start, start + length, length === pattern.text.length)) {
        spans.push({ start, end: start + length });
      }
    }
  }
}

function edgeOf(state: number, code: number): number {
  return state * 0x10000 + code;
}

/** Of patterns in order, those that share the longest beginning with the text: the neighbours of its place. */
function closest(group: readonly Pattern[], text: string, start: number): readonly Pattern[] {
  if (group.length <= 2) return group;
  const rest = text.slice(start);
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] as Pattern).text <= rest) low = middle + 1;
    else high = middle;
  }
  return group.slice(Math.max(low - 1, 0), low + 1);
}

/** Number of characters that a pattern and a text have in common from `start`. */
function agreement(pattern: string, text: string, start: number): number {
  let length = 0;
  while (length < pattern.length && pattern.charCodeAt(length) === text.charCodeAt(start + length)) length++;
  return length;
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

function isWholeWord(text: string, start: number, end: number, isComplete: boolean): boolean {
  const [before = "", after = ""] = [text[start - 1], text[end]];
  return isComplete && !WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after);
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
