import type { MarkdownRenderer } from "vitepress";

/** Words that stand in bold to say what sort of fact follows; they are shown as badges. */
const badges = new Set(["inferred", "required", "closed beta"]);

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

/**
 * Renders what the page emitters write: a list of fields is one, a field with an anchor links to itself, bold words
 * of one sort are badges, and the reason for an inferred fact is set apart.
 */
export function fields(md: MarkdownRenderer): void {
  md.core.ruler.push("fields", ({ tokens, Token }) => {
    const lists: Token[] = [];
    tokens.forEach((token, index) => {
      if (token.type === "bullet_list_open") lists.push(token);
      if (token.type === "bullet_list_close") lists.pop();
      if (token.type === "list_item_open" && token.attrGet("id")) {
        lists.at(-1)?.attrSet("class", "fields");
        tokens[index + 2]?.children?.push(permalink(new Token("html_inline", "", 0), token, md));
      }
      if (token.type === "blockquote_open" && tokens[index + 2]?.content.startsWith("**Inferred.**")) {
        token.attrJoin("class", "reason");
      }
      for (const [at, child] of token.children?.entries() ?? []) {
        const word = token.children?.[at + 1]?.content ?? "";
        if (child.type === "strong_open" && badges.has(word)) {
          child.attrJoin("class", `badge ${word.replace(" ", "-")}`);
        }
      }
    });
  });
}

function permalink(link: Token, item: Token, md: MarkdownRenderer): Token {
  const anchor = md.utils.escapeHtml(item.attrGet("id") ?? "");
  link.content = `<a class="header-anchor" href="#${anchor}" aria-label="Link to ${anchor}"></a>`;
  return link;
}
