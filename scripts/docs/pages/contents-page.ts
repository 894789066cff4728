import type { Page } from "./page.js";

/** The page that lists every page, for readers without JavaScript. */
export function contentsPage(pages: readonly Page[]): Page {
  const list = (heading: string, folder: string) => {
    const own = pages.filter(
      ({ path }) => path.startsWith(folder) && path.includes("/") === folder.includes("/"),
    );
    const items = own.map(({ title, path, description }) => `- [${title}](./${path}.md): ${description}`);
    return `## ${heading}\n\n${items.join("\n")}`;
  };
  return {
    path: "contents",
    title: "All pages",
    description: "Every page of this site, with one sentence about each.",
    body: [
      list("Guides", "guides/"),
      list("Quality assurance", "qa/"),
      list("Operations", "operations/"),
      list("Schemas", "schemas/"),
      list("About", ""),
    ].join("\n\n"),
  };
}
