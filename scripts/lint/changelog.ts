import type { Changes } from "./changed-files.js";
import type { Finding } from "./finding.js";

/** The words that an entry of CHANGELOG.md may start with; its table says what each means for callers. */
const TYPES = ["breaking", "new", "feature", "deprecation", "clarification"];

const ENTRY = /^- (?:\*\*(.+?)\*\* )?/;

/**
 * Checks that a change of spec/ is in CHANGELOG.md under *Unreleased*, and that every entry there has a type.
 *
 * @param text of CHANGELOG.md
 * @param changes undefined where there is no history to compare with: only the types are checked
 */
export function changelogFindings(text: string, changes: Changes | undefined): Finding[] {
  const unreleased = sectionLines(text, "## Unreleased");
  return [...untyped(unreleased), ...(changes === undefined ? [] : missingEntry(unreleased, changes))];
}

type Line = { readonly line: number; readonly text: string };

function sectionLines(text: string, heading: string): Line[] {
  const lines = text.split("\n").map((text, index) => ({ line: index + 1, text }));
  const start = lines.findIndex((line) => line.text === heading);
  const below = start < 0 ? [] : lines.slice(start + 1);
  const end = below.findIndex((line) => line.text.startsWith("## "));
  return end < 0 ? below : below.slice(0, end);
}

function untyped(lines: readonly Line[]): Finding[] {
  return lines
    .filter(({ text }) => text.startsWith("- ") && !TYPES.includes(ENTRY.exec(text)?.[1] ?? ""))
    .map(({ line }) => ({
      ...{ file: "CHANGELOG.md", line, code: "changelog" },
      message: `start the entry with its type in bold: ${TYPES.join(", ")}`,
    }));
}

function missingEntry(unreleased: readonly Line[], { since, spec, changelog }: Changes): Finding[] {
  const [first] = spec;
  if (first === undefined || unreleased.some(({ line }) => changelog.has(line))) return [];
  const [file, line] = first;
  const others = spec.size === 1 ? "" : ` and ${spec.size - 1} more changed files`;
  const message = `add a line for this${others} to CHANGELOG.md under Unreleased: spec/ changed since ${since}`;
  return [{ file, line, code: "changelog", message }];
}
