import { parseSource } from "@ittybit/contract/source";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Every path in a value, and one that leads nowhere. */
function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, [...path, "nowhere"], ...entries.flatMap(([key, member]) => paths(member, [...path, key]))];
}

test("a JSON file has its members on the lines where YAML has them", () => {
  const anyValue = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
  fc.assert(
    fc.property(anyValue, fc.constantFrom(1, "\t", "    "), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const json = parseSource("a.json", text);
      // a comment is YAML only
      const yaml = parseSource("a.yaml", `${text}\n# end\n`);
      for (const path of paths(value)) expect(json.line(path)).toBe(yaml.line(path));
    }),
    { numRuns: 60 },
  );
});

test("a JSON file with a key twice is refused with its line", () => {
  expect(() => parseSource("a.json", '{\n  "a": 1,\n  "a": 2\n}')).toThrow(
    /^a\.json:3: Map keys must be unique/,
  );
});
