import MiniSearch from "minisearch";
import { markdownCopy } from "../downloads/markdown-copy.js";
import type { Page } from "../pages/page.js";
import { type SearchEntry, searchOptions } from "./search-options.js";

/** The index of guides and reference, as JSON that MiniSearch loads. */
export function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch<SearchEntry>(searchOptions);
  index.addAll(pages.flatMap(entriesOf));
  return JSON.stringify(index);
}

/** Entries for a page, its headings, and its fields with an anchor. Fields of responses are on schema pages. */
function entriesOf(page: Page): SearchEntry[] {
  const address = `${page.path}.html`;
  const whole = { id: address, title: page.title, page: page.title, text: page.description };
  const parts = page.body.split(/^(?=.* \{#[\w.-]+\}$)/m).slice(1);
  const found = parts.flatMap((part): SearchEntry[] => {
    const [, line = "", anchor = ""] = part.match(/^(.*) \{#([\w.-]+)\}$/m) ?? [];
    if (/^(response|example|status-\d+-)/.test(anchor)) return [];
    const title = line.match(/^\s*- `([^`]+)`/)?.[1] ?? line.replace(/^#+ /, "");
    const text = plain(part.slice(part.indexOf("\n")));
    return [{ id: `${address}#${anchor}`, title, page: page.title, text }];
  });
  return [whole, ...new Map(found.map((entry) => [entry.id, entry])).values()];
}

const plain = (markdown: string): string =>
  markdownCopy({ path: "", title: "", description: "", body: markdown.replace(/^```[\s\S]*?^```$/gm, "") })
    .replace(/\]\([^)]*\)|[#*`>[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim();
