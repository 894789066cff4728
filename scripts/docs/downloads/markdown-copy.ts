import type { Page } from "../pages/page.js";

/** The page as plain Markdown, without the syntax of VitePress. */
export const markdownCopy = ({ title, body }: Page): string => `# ${title}\n\n${markdownBody(body).trim()}\n`;

/** Markdown without the syntax of VitePress. */
export const markdownBody = (body: string): string =>
  body
    .replace(/^::: details (.*?) \{#.*\}$/gm, "**$1**")
    .replace(/^:::.*$\n?/gm, "")
    .replace(/^<\/?div.*>\n\n?/gm, "")
    .replace(/ ?\{[#.][\w. -]+\}$/gm, "")
    .replace(/^(```\w+) \[(.*)\]$/gm, "$2:\n\n$1")
    .replace(/\n{3,}/g, "\n\n");
