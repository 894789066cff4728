import type { ConsoleForm } from "../operation/console-form.js";

/** What sort of page it is, as search results say. */
export type PageKind = "Home" | "Guide" | "Endpoint" | "Schema" | "Client" | "Mock" | "QA" | "About";

/** One page of the site, before it is rendered. */
export interface Page {
  /** Path in the site, without an extension: `operations/listMedia`. */
  readonly path: string;
  /** Title in the browser tab, in search results, and as the page's only h1. */
  readonly title: string;
  readonly kind: PageKind;
  /** One sentence for search results and link previews. */
  readonly description: string;
  /** Words that readers search for and that the page does not contain. */
  readonly keywords?: string;
  /** Markdown below the title. Its links are relative and end in `.md`. */
  readonly body: string;
  /** The file that it is written in, from the root of the repository. */
  readonly source?: string;
  /** The operation that the page describes, and its console. */
  readonly operation?: { readonly operationId: string; readonly form: ConsoleForm };
}

/** What the theme reads of a page besides its text. */
export interface FrontMatter {
  /** Where the page stands in the navigation: `["API reference", "Media"]`. */
  readonly trail?: readonly string[] | undefined;
  /** Date of the last change, ISO 8601. */
  readonly lastUpdated?: string | undefined;
}

/** What VitePress shows around the home page, and around the page of an operation. */
const HOME = {
  pageClass: "home-page",
  sidebar: false,
  aside: false,
  outline: false,
  prev: false,
  next: false,
};
const OPERATION = { pageClass: "operation-page", aside: false };

/** The page as a Markdown file with the front matter that VitePress reads. */
export function pageSource(page: Page, { trail, lastUpdated }: FrontMatter = {}): string {
  const { title, kind, description, body, operation, source } = page;
  const matter = {
    title,
    description,
    source,
    trail,
    ...(kind === "Home" && HOME),
    ...(operation && { ...OPERATION, operationId: operation.operationId, operation: operation.form }),
  };
  const lines = Object.entries(matter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  if (lastUpdated !== undefined && kind !== "Home") lines.push(`lastUpdated: ${lastUpdated}`);
  return `---\n${lines.join("\n")}\n---\n\n# ${title}\n\n${body.trim()}\n`;
}
