import type { Document } from "../../generate/document/document.js";
import type { Page } from "../pages/page.js";
import { markdownCopy } from "./markdown-copy.js";

/** The heading of the pages of each folder, in order; the pages at the root are about the site. */
const HEADINGS = {
  guides: "Guides",
  qa: "Quality assurance",
  operations: "Operations",
  client: "Client",
  mock: "Mock",
  "": "About",
  schemas: "Optional",
};

/** The index for language models (llmstxt.org): a title, a summary, and the Markdown copy of each page. */
export function llmsIndex({ info }: Document, pages: readonly Page[], site = "./"): string {
  const sections = Object.entries(HEADINGS).map(([folder, heading]) => {
    const own = pages.filter(({ path }) => path.slice(0, Math.max(path.indexOf("/"), 0)) === folder);
    const lines = own.map(
      ({ path, title, description }) => `- [${title}](${site}${path}.md): ${description}`,
    );
    return `## ${heading}\n\n${lines.join("\n")}`;
  });
  const whole = `The whole contract is in [openapi.yaml](${site}openapi.yaml), every page of this site in [llms-full.txt](${site}llms-full.txt).`;
  return `${[`# ${info.title}`, `> ${info.summary ?? ""}`, whole, ...sections].join("\n\n")}\n`;
}

/** All pages in one file. */
export const llmsFull = (pages: readonly Page[]): string =>
  pages.map((page) => markdownCopy(page)).join("\n---\n\n");
