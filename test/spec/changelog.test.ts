import { expect, test } from "vitest";
import { changelogFindings } from "../../scripts/lint/changelog.js";

const text = `# Changelog

## Unreleased

- **new** An operation that lists
  the sources of a Media.

## 1.0.0

- **new** Everything.
`;
const find = (changed: readonly [string, number][], added: readonly number[]) =>
  changelogFindings(text, {
    since: "abc1234",
    spec: new Map(changed),
    changelog: new Map(added.map((line) => [line, "text"])),
  }).map(({ file, line, message }) => `${file}:${line} ${message}`);

test("a change of spec/ without a line is named once, by its first line", () => {
  expect(
    find(
      [
        ["spec/paths/media.yaml", 41],
        ["spec/openapi.yaml", 1],
      ],
      [],
    ),
  ).toEqual([
    "spec/paths/media.yaml:41 add a line for this and 1 more changed files to CHANGELOG.md under Unreleased: " +
      "spec/ changed since abc1234",
  ]);
});

test("a line under Unreleased announces a change of spec/", () => {
  expect(find([["spec/openapi.yaml", 1]], [5])).toEqual([]);
});

test("a line under an earlier release does not", () => {
  expect(find([["spec/openapi.yaml", 1]], [10])).toHaveLength(1);
});

test("no change of spec/ needs no line", () => {
  expect(find([], [])).toEqual([]);
});

test.each(["- An entry without a type", "- **added** An entry of a type that the table does not have"])(
  "%s is a finding",
  (entry) => {
    const found = changelogFindings(`## Unreleased\n\n${entry}\n`, undefined);
    expect(found).toMatchObject([{ file: "CHANGELOG.md", line: 3 }]);
  },
);
