import type { DefaultTheme } from "vitepress";

/** Weights of a page, a heading and a field, of which each has a longer trail. */
const PAGE = 24;
const HEADING = 1.5;
const FIELD = 1;

/** Ranks a page above its headings, and these above its fields. */
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
  boost: { title: 3, titles: 4, text: 1 },
  boostDocument: (id: unknown, _term: string, stored?: Record<string, unknown>) => {
    const { titles } = stored as { titles: readonly string[] };
    if (!String(id).includes("#")) return PAGE;
    return titles.length === 2 ? HEADING : FIELD;
  },
} as const;
