import { markdownBody } from "../downloads/markdown-copy.js";
import type { Page } from "../pages/page.js";

/** A part of a page that a search can find. */
export interface SearchSection {
  /** Id of the element on the page; empty for the page itself. */
  readonly anchor: string;
  /** Kind of the page, its title, and what leads to the part, whose own is the last one; for a page its description. */
  readonly titles: string[];
  readonly text: string;
}

/** What a search can find, by file of the page: pages, headings and fields, in this order of weight. */
export function searchSections(pages: readonly Page[]): Record<string, readonly SearchSection[]> {
  const seen = new Set<string>();
  return Object.fromEntries(
    pages.map((page) => [`${page.path}.md`, sectionsOf(page).filter((section) => isNew(section, seen))]),
  );
}

/** A field that several operations share is found once. */
function isNew({ titles, text }: SearchSection, seen: Set<string>): boolean {
  if (titles.length < 4) return true;
  const key = `${titles.at(-1)} ${text}`;
  return !seen.has(key) && seen.add(key).size > 0;
}

/** The page, its headings, and its fields with an anchor. Errors are in a guide, fields of responses on schema pages. */
function sectionsOf(page: Page): SearchSection[] {
  const { title, description, kind, keywords = "" } = page;
  const whole = { anchor: "", titles: [kind, title, description], text: keywords };
  const parts = page.body.split(/^(?=.* \{#[\w.-]+\}$)/m).slice(1);
  const found = parts.flatMap((part): SearchSection[] => {
    const [, line = "", anchor = ""] = part.match(/^(.*) \{#([\w.-]+)\}$/m) ?? [];
    if (line.startsWith(":::") || /^(response|status-\w+-)/.test(anchor)) return [];
    const field = line.match(/^\s*- `([^`]+)`/)?.[1];
    const text = plain(part.slice(part.indexOf("\n")));
    const trail = field === undefined ? [line.replace(/^#+ |`/g, "")] : ["field", field];
    return [{ anchor, titles: [kind, title, ...trail], text }];
  });
  return [whole, ...new Map(found.map((section) => [section.anchor, section])).values()];
}

const plain = (markdown: string): string =>
  markdownBody(markdown.replace(/^```[\s\S]*?^```$/gm, ""))
    .replace(/\]\([^)]*\)|[#*`>[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim();
