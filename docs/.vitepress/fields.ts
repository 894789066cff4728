import type { MarkdownRenderer } from "vitepress";
import { isReason } from "./reasons.js";

/** Words that stand in bold to say what sort of fact follows; they are shown as badges. */
const badge = /^(inferred|required|closed beta)(: [a-z, ]+)?$/;

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

/**
 * Renders the conventions of generated pages: lists of fields, each with a link to itself, nested fields folded, and
 * badges. A field with the reason of what is inferred has no badge in its line, since the reason is shown as one.
 */
export function fields(md: MarkdownRenderer): void {
  md.core.ruler.push("fields", (state) => {
    const { tokens } = state;
    const html = (content: string): Token => {
      const token = new state.Token("html_block", "", 0);
      token.content = content;
      return token;
    };
    tokens.forEach(badges);
    for (const [index, token] of tokens.entries()) {
      const anchor = token.type === "list_item_open" ? token.attrGet("id") : null;
      if (anchor === null) continue;
      const line = tokens[index + 2];
      if (directChildren(tokens, index).some((child) => isReason(tokens, child))) dropBadges(line);
      const link = new state.Token("html_inline", "", 0);
      link.content = permalink(md.utils.escapeHtml(anchor));
      line?.children?.push(link);
    }
    state.tokens = tokens.flatMap((token, index) => {
      if (token.type === "bullet_list_open" && isFieldList(tokens, index)) {
        token.attrSet("class", "fields");
        if (token.level > 0)
          return [html(`<details class="nested"><summary>${countOf(tokens, index)}</summary>`), token];
      }
      const opened = token.type === "bullet_list_close" && token.level > 0 ? openingOf(tokens, index) : -1;
      return opened >= 0 && isFieldList(tokens, opened) ? [token, html("</details>")] : [token];
    });
  });
}

const permalink = (anchor: string): string =>
  `<a class="header-anchor" href="#${anchor}" aria-label="Link to ${anchor}"></a>`;

/** Whether the list has items with an anchor. */
const isFieldList = (tokens: readonly Token[], index: number): boolean =>
  tokens[index + 1]?.attrGet("id") != null;

/** Index of the token that opens what this one closes. */
function openingOf(tokens: readonly Token[], index: number): number {
  const { level } = tokens[index] as Token;
  return tokens.findLastIndex((token, at) => at < index && token.level === level && token.nesting === 1);
}

/** Indexes of the blocks inside the one that opens here. */
function directChildren(tokens: readonly Token[], index: number): number[] {
  const { level } = tokens[index] as Token;
  const length = tokens.slice(index + 1).findIndex((token) => token.level === level);
  const inside = tokens.slice(index, index + length + 1);
  return inside.flatMap((token, at) =>
    token.level === level + 1 && token.nesting === 1 ? [index + at] : [],
  );
}

/** How many fields a list has, in words. */
function countOf(tokens: readonly Token[], index: number): string {
  const count = directChildren(tokens, index).length;
  return count === 1 ? "1 field" : `${count} fields`;
}

function badges(token: Token): void {
  for (const [at, child] of token.children?.entries() ?? []) {
    const [, kind] = badge.exec(token.children?.[at + 1]?.content ?? "") ?? [];
    if (child.type === "strong_open" && kind !== undefined) {
      child.attrJoin("class", `badge ${kind.replace(" ", "-")}`);
    }
  }
}

/** Removes the badges of inferred facts from a line, with the dot before each. */
function dropBadges(line: Token | undefined): void {
  const children = line?.children ?? [];
  for (;;) {
    const at = children.findIndex((child) => child.attrGet("class") === "badge inferred");
    if (at < 0) return;
    const before = children[at - 1];
    if (before) before.content = before.content.replace(/ · $/, "");
    children.splice(at, 3);
  }
}
