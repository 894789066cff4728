import { ContractError } from "@ittybit/contract/create";
import { parseSource, type SourceFile } from "@ittybit/contract/source";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../src/source/plain-yaml.js";

/** What yaml makes of a text, one line below a byte order mark, which is left to it. */
const parsed = (text: string): SourceFile => parseSource("parsed.yaml", `#\uFEFF\n${text}`);

/** Every path in a value, and one that leads nowhere. An item without a value has the line of its list, or its own. */
function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const entries = members.filter(([, member]) => !Array.isArray(value) || member !== null);
  return [path, [...path, "nowhere"], ...entries.flatMap(([key, member]) => paths(member, [...path, key]))];
}

function expectAsParsed(text: string): void {
  const [read, reference] = [parseSource("read.yaml", text), parsed(text)];
  expect(JSON.stringify(read.value)).toBe(JSON.stringify(reference.value));
  expect(read.value).toEqual(reference.value);
  for (const path of paths(reference.value)) {
    expect([path, read.line(path)]).toEqual([path, Math.max(1, reference.line(path) - 1)]);
  }
}

test.each([
  [
    "scalars",
    "a: text\nb: 1\nc: -1.5e3\nd: true\ne: null\nf: ~\ng:\nh: 007\ni: 1_000\nj: yes\nk: 2020-01-01\n",
  ],
  ["keys of every kind", "200: a\ntrue: b\n1.0: c\n'd e': f\n\"g: h\" : i\nj k: l\n/p/{q}: r\n"],
  ["comments", "# one\na: 1 # two\n\n  # three\nb: # four\n  c: d#e\n"],
  ["a marker at the start", "---\na: b\n"],
  ["lists", "a:\n  - b\n  - c: d\n    e: f\n  -\n    g: h\n  - - i\n    - j\nk:\n- l\n- m: n\n"],
  ["a list at the root", "- a\n- b: c\n"],
  ["quotes", "a: 'it''s'\nb: \"\\u00e9\\n\"\nc: 'x: y # z'\nd: \"a\\\"b\"\n"],
  ["scalars of several lines", "a: b\n  c\n\n  d - e\nf: 'g\n  h'\ni: \"j \\\n  k\"\nl:\n  m\n  n\n"],
  ["literal blocks", "a: |\n  b\n    c\n\n  d\n\ne: |-\n  f\ng: |+\n  h\n\nk: |\nl: 1\n"],
  ["folded blocks", "a: >\n  b\n  c\n\n  d\n   e\n  f\ng: >- # h\n  i\n# j\nk: l\n"],
  [
    "flow collections on one line",
    "a: []\nb: {}\nc: [d, e/f, true]\ng: {h: [1, 'i'], \"j\": k} # l\n- m\n".replace("- m\n", ""),
  ],
  ["flow collections of several lines", 'a: {\n  "b": [1,\n    {"c": "d"}]\n  }\ne:\n  [f,\n   g]\n'],
  ["scalars of several lines with a comment", "a: b\n  c # d\n"],
  ["a tab in a scalar", "a: b\tc\n"],
  ["the end of a document", "a: 1\n...\n"],
  ["anchors", "a: &x\n  b: c\nd: *x\ne: &y text\nf:\n  - *y\n  - *x\n"],
  ["blocks that say how far they are indented", "a: |2-\n    j\nk: >1\n  l\n"],
  ["blocks in a list", "a:\n  - |\n    b\n  - >-\n    c\n"],
  ["keys behind question marks", "? a\n: b\n"],
  ["numbers of other forms", "a: 0x1F\nb: .nan\nc: -.inf\nd: 0o17\n"],
  ["a flow collection alone", "\n[a]\n"],
  ["blocks without lines", "a: |+\nb:\n  - c: |+\n  - d: >\n\n  - e: |+\n\n\n  - f\n"],
  ["no line break at the end", "a: |\n  b"],
])("%s are read as the parser reads them", (_, text) => {
  expect(readPlainYaml(text)).toBeDefined();
  expectAsParsed(text);
});

test.each([
  ["a key that is there twice", "a: 1\na: 2\n"],
  ["a tab", "a:\n\tb: 1\n"],
  ["a carriage return", "a: 1\r\n"],
  ["wrong indentation", "a: 1\n  b: 2\n"],
  ["a mapping in a scalar", "a: b: c\n"],
  ["a scalar behind a comment", "a: b # c\n  d\n"],
  ["a key without a name", ":\n  a: 1\n"],
  ["a marker with content", "--- a: 1\n"],
  ["a complex key in a scalar", "a: ?\n b\n"],
  ["an unclosed quote", "a: 'b\n"],
  ["text behind a quote", "a: 'b' c\n"],
  ["an unclosed flow collection", "a: [b\n"],
  ["a flow collection that ends at the column of its key", "a: {\n  b: c\n}\n"],
  ["a marker behind spaces", " ---\na: 1\n"],
  ["a block that says how far it is indented, and ends with spaces", "a: >2\n   b\n   \n"],
  ["a scalar alone", "a\n"],
  ["a key behind an item of a list", "a:\n- [] b: c\n"],
  ["a merge key", "a: &a\n  b: 1\nc:\n  <<: *a\n"],
  ["a merge key in a flow collection", "a: &a\n  b: 1\nc: {<<: *a}\n"],
  ["a tag", "a: !!str 1\n"],
  ["an unknown alias", "a: *b\n"],
  ["an alias inside of its own anchor", "a: &a\n  b: *a\n"],
  ["an anchor of a key", "&a b: 1\n"],
  ["several documents", "a: 1\n---\nb: 2\n"],
  ["a directive", "%YAML 1.2\n---\na: 1\n"],
  ["a name that every object inherits from", "__proto__: 1\n"],
  ["a key that is null", "~: 1\n"],
  ["nothing", "\n"],
  ["deep nesting", Array.from({ length: 201 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
  [
    "aliases that repeat much",
    `a0: &a0\n  b: 1\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1}\n  b: *a${n}\n  c: *a${n}\n`).join("")}`,
  ],
])("%s is left to the parser", (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

const word = fc.constantFrom(
  ..."a b key 1 1.5 true null ~ 'q' \"d\" '' [] {} [a, [a,b] {a: {\"a\":1} b} ] } *x &x | > |- |+ >2 # #c - -- --- ? ? : :x -x".split(
    " ",
  ),
  ...[
    "x y",
    "a: b",
    "it's",
    "'a: b'",
    '"a #b"',
    "a #c",
    '"a\\nb"',
    "'a",
    'b"',
    "<<: *x",
    "- a",
    "- - a",
    "a: |",
    "a ",
    "",
    "\t",
  ],
);
const line = fc
  .tuple(
    fc.nat(4),
    fc.constantFrom("", "a: ", "b: ", "c:", "- ", "- a: ", "- d: "),
    fc.array(word, { maxLength: 2 }),
  )
  .map(([indent, start, words]) => `${" ".repeat(indent)}${start}${words.join(" ")}`);

test("whatever is read is what the parser reads, on the same lines", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const text = `${lines.join("\n")}\n`;
      // yaml takes the next item for a part of this one: - , # comment, a, - b
      if (/- *\n *#/.test(text) || readPlainYaml(text) === undefined) return;
      read++;
      expectAsParsed(text);
    }),
    { numRuns: process.env.CONTRACT_CONFORMANCE === "full" ? 200_000 : 2_000 },
  );
  expect(read).toBeGreaterThan(50);
});

test("a file that is left to the parser has its faults named by the parser", () => {
  expect(() => parseSource("a.yaml", "a: 1\nb: 2\na: 3\n")).toThrow(ContractError);
  expect(() => parseSource("a.yaml", "a: 1\nb: 2\na: 3\n")).toThrow(/^a\.yaml:3: Map keys must be unique/);
});
