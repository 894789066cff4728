import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkSpec, openSpec } from "../../scripts/lint/spec.js";
import { readSpec, specRoot } from "../../scripts/lint/spec-file.js";
import { type Edit, editedShelf, shelf } from "./shelf.js";

type Breach = Edit & { name: string; finds: string[] };
type Unreadable = Edit & { name: string; says: string };

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const breaches: Breach[] = read("./fixtures/broken.yaml");
const unreadable: Unreadable[] = read("./fixtures/unreadable.yaml");

const find = (texts: Map<string, string>) =>
  checkSpec(openSpec(texts, specRoot)).map(
    ({ file, line, code, message }) => `${file}:${line} ${code} ${message}`,
  );

test("a contract in order has no findings", () => {
  expect(find(readSpec(shelf))).toEqual([]);
});

describe("one edit has one finding, at its file and line", () => {
  test.each(breaches)("$name", ({ finds, ...edit }) => {
    expect(find(editedShelf(edit))).toEqual(finds);
  });
});

describe("a contract that cannot be read is refused with file, line and what to do", () => {
  test.each(unreadable)("$name", ({ says, ...edit }) => {
    expect(() => find(editedShelf(edit))).toThrow(says);
  });
});
