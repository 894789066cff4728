import type { Page } from "playwright-core";

const TABS = 3;

/**
 * Works on all items in three pages side by side, each on one item after the other, so that no core is idle while a
 * page waits.
 *
 * @param open opens a page, which is closed at the end together with its context
 * @throws what the first failed item throws
 *
 * @example
 * await inTabs(["/", "/guides"], () => browser.newPage(), (page, path) => page.goto(path));
 */
export async function inTabs<Item>(
  items: Iterable<Item>,
  open: () => Promise<Page>,
  work: (page: Page, item: Item) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const tabs = Array.from({ length: Math.min(TABS, left.length) }, async () => {
    const page = await open();
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(page, item);
    await page.context().close();
  });
  await Promise.all(tabs);
}
