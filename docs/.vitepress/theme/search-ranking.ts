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

/** Words of a question that say nothing about what is searched. */
const STOP_WORDS =
  /^(about|an?|and|are|can|do(es)?|for|from|how|i|if|in|is|it|my|of|on|or|the|to|what|when|where|which|why|with)$/i;

/** The options of MiniSearch that every search of the site uses. */
const searchOptions = {
  processTerm: (term: string) => (STOP_WORDS.test(term) ? null : term.toLowerCase()),
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
