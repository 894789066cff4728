import { basename } from "node:path";
import type { Finding } from "./finding.js";
import { ALLOWED_WORDS, UNUSED_WORDS, type UnusedWord } from "./word-list.js";

/**
 * Finds words that this project does not use, in a file and in its name.
 *
 * @param file path from the root of the repository, with forward slashes
 */
export function wordFindings(file: string, text: string): Finding[] {
  const words = UNUSED_WORDS.filter((word) => isChecked(word, file));
  if (words.length === 0) return [];
  const inPath = words
    .filter((word) => isInPath(word, file))
    .map((word) => finding(file, 1, word, "file name"));
  const lines = text.split("\n");
  // Nearly every file has nearly none of the words. Finding that out is much faster than each pattern on each line.
  const lowercase = text.toLowerCase();
  const inText = words.flatMap((word) => {
    if (!lowercase.includes(needleOf(word))) return [];
    const pattern = patternOf(word);
    return lines.flatMap((line, index) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [finding(file, index + 1, word, found.trim())];
    });
  });
  return [...inPath, ...inText];
}

function isChecked({ word, folder }: UnusedWord, file: string): boolean {
  const isAllowed = ALLOWED_WORDS.some(
    (allowed) => [word, "*"].includes(allowed.word) && file.startsWith(allowed.path),
  );
  return !isAllowed && (folder === undefined || file.startsWith(`${folder}/`));
}

function isInPath(unused: UnusedWord, file: string): boolean {
  const name = basename(file).split(".")[0] ?? "";
  if (unused.where === "names") return name === unused.word;
  return file.split("/").some((part) => patternOf(unused).test(part.replaceAll("-", " ")));
}

/** What any text that the pattern of a word matches has in it, in lower case. */
const needleOf = ({ word, where }: UnusedWord): string =>
  (where === "names" ? word.replaceAll("-", "") : word).toLowerCase();

const patterns = new Map<UnusedWord, RegExp>();

function patternOf(unused: UnusedWord): RegExp {
  const known = patterns.get(unused) ?? createPattern(unused);
  patterns.set(unused, known);
  return known;
}

function createPattern({ word, where }: UnusedWord): RegExp {
  if (where === "names") {
    const name = word.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return new RegExp(
      `^(?:export |async |declare )*(?:const|let|function\\*?|class|interface|type|enum) +${name}\\b`,
      "i",
    );
  }
  // As a word, or as a part of a name in camel case: word, Words, firstWord.
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const upper = word.toUpperCase();
  const ending = "(?:s|es|ed|ing)?(?![a-z])";
  return new RegExp(`(?<![A-Za-z])(?:${word}|${capital}|${upper})${ending}|(?<=[a-z])${capital}${ending}`);
}

const finding = (file: string, line: number, { word, instead }: UnusedWord, found: string): Finding => ({
  ...{ file, line, code: "word" },
  message: `${found === word ? `"${word}"` : `"${found}" (${word})`}: write ${instead}`,
});
