import fc from "fast-check";
import { expect, test } from "vitest";
import { type Pattern, PatternSearch } from "../src/redaction/pattern-search.js";

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength, maxLength });

/** Every place of every pattern, found one by one. */
function everyPlace(text: string, patterns: readonly string[]): boolean[] {
  const covered = Array.from({ length: text.length }, () => false);
  for (const pattern of patterns) {
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
      covered.fill(true, at, at + pattern.length);
    }
  }
  return covered;
}

test("finds what a search for each pattern finds", () => {
  const patterns = fc.array(letters(5, 12), { maxLength: 30 });
  fc.assert(
    fc.property(patterns, letters(0, 200), (texts, text) => {
      const search = new PatternSearch(texts.map((one): Pattern => ({ text: one, isWord: false })));
      const found = Array.from({ length: text.length }, () => false);
      for (const { start, end } of search.find(text)) found.fill(true, start, end);
      expect(found).toEqual(everyPlace(text, texts));
    }),
    { numRuns: 500 },
  );
});

test("finds a pattern that many others begin with", () => {
  const base = "abcdefgh";
  const longer = Array.from({ length: 20 }, (_, index) => `${base}${"b".repeat(index + 1)}`);
  const search = new PatternSearch([base, ...longer].map((text): Pattern => ({ text, isWord: false })));
  expect(search.find(`x${base}c`)).toEqual([{ start: 1, end: 9 }]);
  expect(search.find(`x${base}bbc`)).toEqual([{ start: 1, end: 11 }]);
  const siblings = Array.from({ length: 60 }, (_, index) => `${base}${index + 10}x`);
  const wide = new PatternSearch([base, ...siblings].map((text): Pattern => ({ text, isWord: false })));
  expect(wide.find(`${base}zz`)).toEqual([{ start: 0, end: 8 }]);
});

test("finds a word only as a whole, and the beginning of a pattern at a cut", () => {
  const search = new PatternSearch([
    { text: "harbour", isWord: true },
    { text: "sk_live_51H8a9QzYx7Wv6Ut5", isWord: false },
  ]);
  const hits = (text: string) => search.find(text).map(({ start, end }) => text.slice(start, end));
  expect(hits("the harbour, harbours and oldharbour")).toEqual(["harbour"]);
  expect(hits("key sk_live_51H8a9QzYx7Wv…")).toEqual(["sk_live_51H8a9QzYx7Wv"]);
  expect(hits("key sk_l… of it")).toEqual(["sk_l"]);
  expect(hits("key sk_live_ of another")).toEqual([]);
});
