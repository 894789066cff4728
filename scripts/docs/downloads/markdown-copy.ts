import type { Page } from "../pages/page.js";

/** The page as plain Markdown, without the syntax of VitePress. */
export function markdownCopy({ title, body }: Page): string {
  const text = body
    .replace(/^::: details (.*?) \{#.*\}$/gm, "**$1**")
    .replace(/^:::$\n?/gm, "")
    .replace(/^<\/?div.*>\n\n?/gm, "")
    .replace(/ \{[#.][\w.-]+\}$/gm, "")
    .replace(/^(```\w+) \[.*\]$/gm, "$1")
    .replace(/\n{3,}/g, "\n\n");
  return `# ${title}\n\n${text.trim()}\n`;
}
