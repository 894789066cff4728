import { blocks } from "../operation/blocks.js";
import type { Page } from "./page.js";

/** What the changelog calls an entry about the tools alone, and how entries of other types about a tool begin. */
const TOOLS = /^- \*\*(feature\*\*|\w+\*\* `(@ittybit\/|ittybit-qa))/;

/** The page of the changelog, from the file in the repository's root: by version, the contract apart from the tools. */
export function changelogPage(text: string): Page {
  const [introduction = "", ...versions] = text
    .replace(/^# .*\n/, "")
    .trim()
    .split(/^(?=## )/m);
  return {
    path: "changelog",
    title: "Changelog",
    kind: "About",
    source: "CHANGELOG.md",
    description:
      "What changed in the contract and in what is made from it, and what a caller has to do about it.",
    body: blocks(
      introduction.trim(),
      "Subscribe: [RSS feed](./changelog.xml).",
      ...versions.map((version) => versionSection(version.trim())),
    ),
  };
}

function versionSection(text: string): string {
  const [heading = "", ...entries] = text.split(/^(?=- )/m);
  const isTool = (entry: string) => TOOLS.test(entry);
  const contract = entries.filter((entry) => !isTool(entry));
  return blocks(heading.trim(), group("The contract", contract), group("The tools", entries.filter(isTool)));
}

const group = (title: string, entries: readonly string[]): string =>
  entries.length === 0 ? "" : `### ${title}\n\n${entries.map((entry) => entry.trim()).join("\n")}`;
