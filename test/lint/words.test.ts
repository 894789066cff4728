import { expect, it } from "vitest";
import { UNUSED_WORDS } from "../../scripts/lint/word-list.js";
import { wordFindings } from "../../scripts/lint/words.js";

const find = (file: string, text: string) =>
  wordFindings(file, text).map(({ line, message }) => `${line} ${message}`);

it.each([
  ["a word in prose", "It answers with a list.", '1 "answers" (answer): write response, or return'],
  ["a capitalized word", "\nAnswers are open.", '2 "Answers" (answer): write response, or return'],
  ["a part of a name", "const firstAnswer = 1;", '1 "Answer" (answer): write response, or return'],
  ["the beginning of a name", "answerOf(request)", '1 "answer": write response, or return'],
  ["words in a row", "It retries by itself.", '1 "by itself": write automatically, or on its own'],
  ["a declaration", "export const soon = 1;", '1 "export const soon" (soon): write maybe-promise'],
])("%s is found", (_name, text, expected) => {
  expect(find("packages/mock/src/a.ts", text)).toEqual([expected]);
});

it.each([
  ["another word with the same letters", "The amendment of a lamppost, unanswered."],
  ["a word that is only a name, in prose", "It starts soon, after the last piece."],
  ["a word that is only a name, inside a function", "  const piece = 1;"],
])("%s is not", (_name, text) => {
  expect(find("packages/mock/src/a.ts", text)).toEqual([]);
});

it.each([
  ["packages/client/src/answer.ts", 1],
  ["packages/mock/src/list-answer.test.ts", 1],
  ["test/batteries/a.ts", 1],
  ["packages/contract/src/soon.ts", 1],
  ["packages/contract/src/soon-or-later.ts", 0],
])("the name of %s has %i findings", (file, count) => {
  expect(find(file, "")).toHaveLength(count);
});

it("a word of one folder is right in others", () => {
  expect(find("packages/mock/src/a.ts", "A refusal.")).toHaveLength(1);
  expect(find("packages/client/src/a.ts", "A refusal.")).toEqual([]);
});

it("no word is on the list twice for one folder", () => {
  const keys = UNUSED_WORDS.map(({ word, folder = "" }) => `${folder} ${word}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
