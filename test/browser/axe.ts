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

/** What axe finds against WCAG 2.2 AA and its best practices: `rule: [elements]`, one for each rule. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  return page.evaluate(async (values) => {
    const { violations } = await (globalThis as never as AxeWindow).axe.run({
      resultTypes: ["violations"],
      runOnly: { type: "tag", values },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 150))}`,
    );
  }, tags);
}

/** What still fades in has no colour to judge yet. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished))`;

interface AxeWindow {
  axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}
