import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The four ways in which a page is looked at; the first two differ from each other in everything. */
export const appearances = [
  { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
] as const satisfies readonly BrowserContextOptions[];

/** A way in which a page is looked at. */
export type Appearance = (typeof appearances)[number];

/** Rules of axe that are not asked of a page, because their cause is in a package that we show and do not write. */
const EXCLUDED_RULES: readonly {
  readonly rule: string;
  /** The page: a part of its URL. */
  readonly page: string;
  readonly reason: string;
  readonly issue: string;
}[] = [
  {
    rule: "page-has-heading-one",
    page: "reference",
    reason: "Redoc draws what is near the screen only, and the h1 goes with the introduction.",
    issue: "https://github.com/Redocly/redoc/issues/1279",
  },
];

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds against WCAG 2.2 AA and its best practices: `rule: [elements]`, one for each rule.
 *
 * @param within a CSS selector, for a part of a page whose other parts were checked before
 * @param without CSS selectors of parts that other pages have too, and that were checked there
 */
export async function violations(
  page: Page,
  within = "html",
  without: readonly string[] = [],
): Promise<string[]> {
  await page.evaluate(settled);
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  const excluded = EXCLUDED_RULES.filter((each) => page.url().includes(each.page));
  const rules = Object.fromEntries(excluded.map(({ rule }) => [rule, { enabled: false }]));
  return page.evaluate(
    async ([include, exclude, values, rules]) => {
      const { violations } = await (globalThis as never as AxeWindow).axe.run(
        { include, exclude },
        {
          resultTypes: ["violations"],
          runOnly: { type: "tag", values },
          rules,
          // Every style sheet would be fetched again, for an experimental rule that these tags leave out.
          preload: false,
        },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 150))}`,
      );
    },
    [[within], [...without], TAGS, rules] as const,
  );
}

/** What still fades in has no final colour yet. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished))`;

interface AxeWindow {
  axe: {
    run(
      within: { include: readonly string[]; exclude: readonly string[] },
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}
