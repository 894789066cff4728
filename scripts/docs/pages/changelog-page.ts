import type { Page } from "./page.js";

/** The page of the changelog, from the file in the repository's root. */
export function changelogPage(text: string): Page {
  const body = text.replace(/^# .*\n/, "").trim();
  return {
    path: "changelog",
    title: "Changelog",
    kind: "About",
    source: "CHANGELOG.md",
    description:
      "What changed in the contract and in what is made from it, and what a caller has to do about it.",
    body: `${body}\n\nSubscribe: [RSS feed](./changelog.xml).`,
  };
}
