import type { MarkdownRenderer } from "vitepress";

/** Shows the `[title]` after the language of a code block as its title. */
export function samples(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const title = tokens[index]?.info.match(/\[(.+)\]/)?.[1];
    const html = fence?.(tokens, index, options, env, self) ?? "";
    if (title === undefined) return html;
    const label = md.utils.escapeHtml(title);
    return `<div class="sample" data-title="${label}"><p class="sample-title">${label}</p>${html}</div>`;
  };
}
