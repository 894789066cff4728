import type { MarkdownRenderer } from "vitepress";

/**
 * Colors the same code once: operations share a third of their samples and responses, and to find the colors takes longer
 * than all else of their Markdown.
 *
 * @example
 * md.use(colorOnce);
 */
export function colorOnce(md: MarkdownRenderer): void {
  const { highlight } = md.options;
  if (!highlight) return;
  const colored = new Map<string, string>();
  md.options.highlight = (code, language, attributes) => {
    const key = JSON.stringify([code, language, attributes]);
    const html = colored.get(key) ?? highlight(code, language, attributes);
    colored.set(key, html);
    return html;
  };
}
