import { parseSource } from "@ittybit/contract/source";
import { expect, test } from "vitest";

const text = `base: &base
  type: object
  title: Base
other: &other
  title: Other
  minimum: 1
item:
  title: Item
  <<: [*base, *other]
both:
  <<: [*base, *other]
`;

test("a merge key gives a map the members of others, its own first, then those of the first map", () => {
  const { value } = parseSource("a.yaml", text);
  expect(value).toMatchObject({
    item: { title: "Item", type: "object", minimum: 1 },
    both: { title: "Base", type: "object", minimum: 1 },
  });
});

test.each([
  [["item", "title"], 8],
  [["item", "type"], 2],
  [["item", "minimum"], 6],
  [["both", "title"], 3],
])("the member %j is at the line where it is written", (tokens, line) => {
  expect(parseSource("a.yaml", text).line(tokens)).toBe(line);
});

test("a quoted << is a name", () => {
  const quoted = parseSource("a.yaml", '"<<": 1\nb: 2\n');
  expect(quoted.value).toEqual({ "<<": 1, b: 2 });
  expect(quoted.line(["<<"])).toBe(1);
});

test.each([["<<: text"], ["<<: [1]"], ["<<: [{b: 1}, text]"]])("%s is refused at its line", (merge) => {
  expect(() => parseSource("a.yaml", `a: 1\n${merge}\n`)).toThrow(
    /^a\.yaml:2: the merge key << names no object/,
  );
});

test("merges that double with every map are refused before they are expanded", () => {
  const maps = Array.from({ length: 40 }, (_, n) => `m${n + 1}: &m${n + 1}\n  <<: [*m${n}, *m${n}]\n`);
  expect(() => parseSource("a.yaml", `m0: &m0 {a: 1}\n${maps.join("")}`)).toThrow(
    /aliases of this file expand/,
  );
});
