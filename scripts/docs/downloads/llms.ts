import type { Document } from "../../generate/document/document.js";
import type { Page } from "../pages/page.js";
import { markdownCopy } from "./markdown-copy.js";

/** The index for language models (llmstxt.org): a title, a summary, and the Markdown copy of each page. */
export function llmsIndex({ info }: Document, pages: readonly Page[], site: string | undefined): string {
  const line = ({ path, title, description }: Page) =>
    `- [${title}](${site ?? "./"}${path}.md): ${description}`;
  const section = (heading: string, own: (page: Page) => boolean) =>
    `## ${heading}\n\n${pages.filter(own).map(line).join("\n")}`;
  const isIn = (folder: string) => (page: Page) => page.path.startsWith(`${folder}/`);
  const optional = [isIn("schemas")];
  const main = (page: Page) =>
    !["guides", "qa", "client", "mock", "operations", "schemas"].some((folder) => isIn(folder)(page));
  return `${[
    `# ${info.title}`,
    `> ${info.summary ?? ""}`,
    `The whole contract is in [openapi.yaml](${site ?? "./"}openapi.yaml), every page of this site in [llms-full.txt](${site ?? "./"}llms-full.txt).`,
    section("Guides", isIn("guides")),
    section("Quality assurance", isIn("qa")),
    section("Operations", isIn("operations")),
    section("Client", isIn("client")),
    section("Mock", isIn("mock")),
    section("About", main),
    ...optional.map((own) => section("Optional", own)),
  ].join("\n\n")}\n`;
}

/** All pages in one file. */
export const llmsFull = (pages: readonly Page[]): string =>
  pages.map((page) => markdownCopy(page)).join("\n---\n\n");
