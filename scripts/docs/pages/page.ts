import type { ConsoleForm } from "../operation/console-form.js";

/** One page of the site, before it is rendered. */
export interface Page {
  /** Path in the site, without an extension: `operations/listMedia`. */
  readonly path: string;
  /** Title in the browser tab, in search results, and as the page's only h1. */
  readonly title: string;
  /** One sentence for search results and link previews. */
  readonly description: string;
  /** Markdown below the title. Its links are relative and end in `.md`. */
  readonly body: string;
  /** The console of the operation that the page describes. */
  readonly operation?: ConsoleForm;
}

/** The page as a Markdown file with the front matter that VitePress reads. */
export function pageSource({ title, description, body, operation }: Page): string {
  const matter = { title, description, ...(operation === undefined ? {} : { operation }) };
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n# ${title}\n\n${body.trim()}\n`;
}

/** The first sentence of a Markdown text, without its marks. */
export function firstSentence(markdown: string): string {
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/);
  const text = paragraph.replace(/\s+/g, " ").replace(/[*`]|\]\([^)]*\)|\[/g, "");
  return text.match(/^.*?[.!?](?= [A-Z]|$)/)?.[0] ?? text;
}
