import type { Page, PageKind } from "./page.js";

/**
 * A page written by hand: front matter with `description` and perhaps `keywords`, then Markdown whose first line is the
 * title.
 *
 * @throws where the title or the description is missing, naming the file
 */
export function handWrittenPage(file: string, text: string, kind: PageKind): Page {
  const [, matter = "", markdown = ""] = text.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
  const description = matter.match(/^description: (.+)$/m)?.[1];
  const keywords = matter.match(/^keywords: (.+)$/m)?.[1];
  const [, title, body] = markdown.trim().match(/^# (.+)\n([\s\S]*)$/) ?? [];
  if (!description || !title || body === undefined) {
    throw new Error(`docs/${file}: begin with a front matter that has a description, then a # title.`);
  }
  return {
    path: file.replace(/\.md$/, ""),
    title,
    kind,
    description,
    body: body.trim(),
    source: `docs/${file}`,
    ...(keywords === undefined ? {} : { keywords }),
  };
}

/** The README of the mock as its reference: what it can do beyond the guide. */
export const mockReference = (readme: string): Page => ({
  path: "mock/reference",
  title: "Mock reference",
  kind: "Mock",
  description:
    "Everything that the mock can do: its library, scenarios, preferences, test fixtures, MSW and Storybook.",
  keywords: "flag option latency fault reset snapshot clock docker container vitest playwright fixture",
  body: readme
    .replace(/^# .*\n/, "")
    .trim()
    .replace(
      /^## (.+)$/gm,
      (heading, title: string) => `${heading} {#${title.toLowerCase().replaceAll(" ", "-")}}`,
    ),
  source: "packages/mock/README.md",
});
