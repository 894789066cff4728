import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkSpec, openSpec } from "../../scripts/lint/spec.js";
import { readSpec, specRoot } from "../../scripts/lint/spec-file.js";
import { type Edit, editedSpec, smallSpec } from "./small-spec.js";

type BrokenCase = Edit & { name: string; findings: string[] };
type UnreadableCase = Edit & { name: string; message: string };

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const brokenCases: BrokenCase[] = read("./fixtures/broken.yaml");
const unreadableCases: UnreadableCase[] = read("./fixtures/unreadable.yaml");

const find = (texts: Map<string, string>) =>
  checkSpec(openSpec(texts, specRoot)).map(
    ({ file, line, code, message }) => `${file}:${line} ${code} ${message}`,
  );

test("a contract in order has no findings", () => {
  expect(find(readSpec(smallSpec))).toEqual([]);
});

describe("one edit has one finding, at its file and line", () => {
  test.each(brokenCases)("$name", ({ findings, ...edit }) => {
    expect(find(editedSpec(edit))).toEqual(findings);
  });
});

describe("a contract that cannot be read is refused with file, line and what to do", () => {
  test.each(unreadableCases)("$name", ({ message, ...edit }) => {
    expect(() => find(editedSpec(edit))).toThrow(message);
  });
});
