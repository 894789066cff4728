import type { DefaultTheme } from "vitepress";
import { pathOf } from "../navigation.js";
import type { Page } from "./page.js";

/** The page that lists every page of the navigation, for readers without JavaScript. */
export const contentsPage = (pages: readonly Page[], sidebar: readonly DefaultTheme.SidebarItem[]): Page => ({
  path: "contents",
  title: "All pages",
  kind: "About",
  description: "Every page of this site, with one sentence about each.",
  body: sidebar.map((item) => section(pages, item, "##")).join("\n"),
});

/** A page as an item of a list, or a group of pages as a heading with its list. */
function section(pages: readonly Page[], item: DefaultTheme.SidebarItem, level: string): string {
  const heading = item.link ? `[${item.text}](./${pathOf(item.link)}.md)` : item.text;
  if (item.items)
    return `\n${level} ${heading}\n\n${item.items.map((each) => section(pages, each, `${level}#`)).join("\n")}`;
  const path = pathOf(item.link);
  const { title = "", description = "" } = pages.find((page) => page.path === path) ?? {};
  return `- [${title}](./${path}.md): ${description}`;
}
