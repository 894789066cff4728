import type { DefaultTheme } from "vitepress";

/** Weights of a page, a heading and a field. */
const WEIGHTS = [24, 1.5, 1];

/** Ranks a page above its headings, and these above its fields: the shorter the trail to a result, the better. */
export function rankPages(theme: DefaultTheme.Config): void {
  if (theme.search?.provider !== "local") return;
  const options = theme.search.options ?? {};
  theme.search.options = {
    ...options,
    miniSearch: { ...options.miniSearch, searchOptions },
  };
}

/** The options of MiniSearch that every search of the site uses. */
const searchOptions = {
  prefix: true,
  fuzzy: (term: string) => (term.length > 5 ? 0.2 : false),
  combineWith: "AND",
  boost: { title: 4, titles: 1.5, text: 1 },
  boostDocument: (_id: unknown, _term: string, stored?: Record<string, unknown>) => {
    const { titles } = stored as { titles: readonly string[] };
    return WEIGHTS[titles.length] ?? 1;
  },
} as const;
