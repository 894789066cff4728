import { expect, test } from "vitest";
import { staleFindings } from "../../scripts/lint/stale-lines.js";

const LINES: Readonly<Record<string, number>> = { "/info/title": 3, "/paths/~1media/get": 9 };
const locate = (pointer: string) => ({ file: "spec/openapi.yaml", line: LINES[pointer] ?? 1 });
const document = { info: { title: "New" }, paths: { "/media": { get: { summary: "List" } } } };
const find = (...[committed, differences]: [object | string, Parameters<typeof staleFindings>[2]]) =>
  staleFindings(
    document,
    typeof committed === "string" ? committed : JSON.stringify(committed),
    differences,
    locate,
  ).map(({ file, line, message }) => `${file}:${line} ${message.split(";")[0]}`);

const differs = { file: "types.ts", state: "differs" } as const;
const stray = { file: "notes.txt", state: "stray" } as const;

test("what is up to date has no findings", () => {
  expect(find(document, [])).toEqual([]);
});

test("a value that changed is named by its line of spec/, and the files it changes are not", () => {
  expect(find({ ...document, info: { title: "Old" } }, [differs])).toEqual([
    "spec/openapi.yaml:3 generated/ does not have this yet",
  ]);
});

test("a node that only spec/ has is named once, not once for each of its members", () => {
  expect(find({ ...document, paths: { "/media": {} } }, [differs])).toEqual([
    "spec/openapi.yaml:9 generated/ does not have this yet",
  ]);
});

test("a file that differs for another reason is named itself", () => {
  expect(find(document, [differs])).toEqual(["generated/types.ts:1 differs from what spec/ gives"]);
});

test("a file that does not belong there is named beside a line of spec/", () => {
  expect(find({ ...document, info: {} }, [differs, stray])).toEqual([
    "spec/openapi.yaml:3 generated/ does not have this yet",
    "generated/notes.txt:1 does not belong there",
  ]);
});

test.each([
  ["", "missing"],
  ["openapi: 3", "differs"],
] as const)("a bundle of the text %j is named itself", (text, state) => {
  expect(find(text, [{ file: "openapi.json", state }])).toHaveLength(1);
});
