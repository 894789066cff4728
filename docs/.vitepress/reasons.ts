import type { MarkdownRenderer } from "vitepress";

type Token = ReturnType<MarkdownRenderer["parse"]>[number];

const inferred = /^\*\*Inferred(: [a-z, ]+)?\.\*\*/;

/** Whether a quotation that begins at an index is the reason of an inferred fact. */
export const isReason = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.type === "blockquote_open" && inferred.test(tokens[index + 2]?.content ?? "");

/** Renders the reason of an inferred fact, a quotation in Markdown, as a badge that opens it. */
export function reasons(md: MarkdownRenderer): void {
  md.core.ruler.push("reasons", (state) => {
    const { tokens } = state;
    state.tokens = tokens.flatMap((token, index) => {
      if (!isReason(tokens, index)) return [token];
      const close = tokens.find(
        ({ type, level }, at) => at > index && type === "blockquote_close" && level === token.level,
      );
      for (const each of [token, close]) if (each) each.tag = "details";
      const text = tokens[index + 2];
      const [label = "", part] = inferred.exec(text?.content ?? "") ?? [];
      token.attrJoin("class", part === undefined ? "reason" : "reason partial");
      const children = text?.children ?? [];
      children.splice(0, children.findIndex(({ type }) => type === "strong_close") + 1);
      const summary = new state.Token("html_block", "", 0);
      summary.content = `<summary><strong class="badge inferred">${label.slice(2, -3).toLowerCase()}</strong></summary>`;
      return [token, summary];
    });
  });
}
