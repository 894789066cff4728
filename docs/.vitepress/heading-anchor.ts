import type { MarkdownOptions } from "vitepress";

type Permalink = NonNullable<NonNullable<MarkdownOptions["anchor"]>["permalink"]>;

/** A link from each heading to itself. */
export const headingAnchor: Permalink = (slug, _options, state, index) => {
  const link = new state.Token("html_inline", "", 0);
  link.content = `<a class="header-anchor" href="#${slug}" aria-label="Link to ${slug}"></a>`;
  state.tokens[index + 1]?.children?.push(link);
};
