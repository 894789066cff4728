import type { NavigationGroup } from "../navigation.js";
import type { Page } from "./page.js";

/** The page that lists every page of the navigation, for readers without JavaScript. */
export function contentsPage(pages: readonly Page[], groups: readonly NavigationGroup[]): Page {
  return {
    path: "contents",
    title: "All pages",
    kind: "About",
    description: "Every page of this site, with one sentence about each.",
    body: groups.map((group) => section(pages, group, 2)).join("\n\n"),
  };
}

function section(
  pages: readonly Page[],
  { text, links, groups = [] }: NavigationGroup,
  level: number,
): string {
  const items = links.map(({ text: title, link }) => {
    const path = link.replace(/\.html$/, "");
    return `- [${title}](./${path}.md): ${pages.find((page) => page.path === path)?.description ?? ""}`;
  });
  const inside = groups.map((group) => section(pages, group, level + 1));
  return [`${"#".repeat(level)} ${text}`, items.join("\n"), ...inside].filter(Boolean).join("\n\n");
}
