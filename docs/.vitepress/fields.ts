import type { MarkdownRenderer } from "vitepress";

/** Words that stand in bold to say what sort of fact follows; they are shown as badges. */
const badge = /^(inferred|required|closed beta)(: [a-z, ]+)?$/;

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

/**
 * Renders the conventions of generated pages: lists of fields, fields that link to themselves, badges, and reasons of
 * inferred facts.
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
      if (
        token.type === "blockquote_open" &&
        /^\*\*Inferred(: [a-z, ]+)?\.\*\*/.test(tokens[index + 2]?.content ?? "")
      ) {
        token.attrJoin("class", "reason");
      }
      for (const [at, child] of token.children?.entries() ?? []) {
        const word = token.children?.[at + 1]?.content ?? "";
        const [, kind] = badge.exec(word) ?? [];
        if (child.type === "strong_open" && kind !== undefined) {
          child.attrJoin("class", `badge ${kind.replace(" ", "-")}`);
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
