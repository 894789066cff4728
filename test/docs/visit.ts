import type { Page } from "playwright-core";
import { expect } from "vitest";
import { clickLink } from "./page-scripts.js";

/** Loads a page of VitePress, and waits until its application has taken over what the server sent. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const isMounted = () => page.evaluate("document.querySelector('#app').__vue_app__ !== undefined");
  await expect.poll(isMounted).toBe(true);
}

/**
 * Goes to a page as one does who follows a link, which costs a third of loading it, and waits until it is shown.
 *
 * @param page which shows a page of the same site
 * @param html of the page to go to
 */
export async function followLink(page: Page, url: string, html: string): Promise<void> {
  await page.evaluate(`(${clickLink})(${JSON.stringify(url)})`);
  await expect.poll(() => page.title()).toBe(titleOf(html));
}

const titleOf = (html: string): string => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";

/**
 * Adds to `faults` what a page requests from other hosts, its errors, and messages about its content policy.
 *
 * @param base URL that what belongs to the site starts with
 */
export function watchFaults(page: Page, base: string, faults: string[]): void {
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) {
      faults.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${page.url()} ${error.message}`));
  page.on("console", (line) => line.type() === "error" && faults.push(`${page.url()} ${line.text()}`));
}
