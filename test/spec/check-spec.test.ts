import { readFileSync } from "node:fs";
import { type Edit, editedSpec, smallSpec } from "@ittybit/test-support/documents/small-spec";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkSpec, openSpec } from "../../scripts/lint/spec/check-spec.js";
import { readSpec, specRoot } from "../../scripts/lint/spec/spec-file.js";

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

/** The files of the contract with a second resource below the first: a source shows the id of its item, not its own. */
function withSources(id: string, parentId: string): Map<string, string> {
  const root = "spec/openapi.yaml";
  const texts = readSpec(smallSpec);
  return texts.set(root, `${texts.get(root)}  /media/{id}/sources:\n    $ref: paths/sources.yaml\n`).set(
    "spec/paths/sources.yaml",
    `parameters:
  - { name: id, in: path, required: true, schema: { type: string }, example: ${parentId} }
get:
  operationId: listSources
  responses:
    "200":
      description: The sources of an item.
      content:
        application/json:
          schema: { type: object }
          example: { data: [{ id: ${id}, created: "2020-01-01T00:00:00Z", item: med_1 }] }
`,
  );
}

describe("a list below an item", () => {
  const agreements = (texts: Map<string, string>) =>
    find(texts).filter((finding) => finding.includes(" example-id "));

  test("has ids of its own, and may show the id of the item", () => {
    expect(agreements(withSources("med_2", "med_1"))).toEqual([]);
  });

  test("stands below an item that an example shows", () => {
    expect(agreements(withSources("src_1", "med_9"))).toEqual([
      "spec/paths/sources.yaml:2 example-id no example of media has the id med_9",
    ]);
  });
});

describe("a contract that cannot be read is refused with file, line and what to do", () => {
  test.each(unreadableCases)("$name", ({ message, ...edit }) => {
    expect(() => find(editedSpec(edit))).toThrow(message);
  });
});
