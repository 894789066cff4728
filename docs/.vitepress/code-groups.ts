import type { MarkdownRenderer } from "vitepress";

/** Numbers the tabs of a page's code groups, which VitePress names at random: a build is the same every time. */
export function codeGroups(md: MarkdownRenderer): void {
  const open = md.renderer.rules["container_code-group_open"];
  md.renderer.rules["container_code-group_open"] = (tokens, index, options, env, self) => {
    const html = open?.(tokens, index, options, env, self) ?? "";
    const ids = new Map<string, string>();
    const numbered = (_all: string, kind: string, id: string): string => {
      if (!ids.has(id)) ids.set(id, `${index}-${ids.size}`);
      return `"${kind}-${ids.get(id)}"`;
    };
    return html.replace(/"(group|tab)-([\w-]+)"/g, numbered);
  };
}
