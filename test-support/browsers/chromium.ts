import { type Browser, type BrowserServer, chromium } from "playwright-core";
import { options, testOptions } from "./chromium-options.js";

export { hasChromium } from "./chromium-options.js";

/** A page that hangs is found in any case; on a machine that is busy with other work, none fails for being slow. */
const TIMEOUT_MS = 300_000;

/** The browser as a test file has it: its pages and contexts are its own. */
export type TestBrowser = Pick<Browser, "newContext" | "newPage" | "close">;

let shared: Promise<Browser> | undefined;

/**
 * Opens the Chromium that all test files of a worker share, because starting one takes longer than most tests.
 *
 * @returns a browser whose `close()` closes all that was opened in it, and throws if it ended before
 *
 * @example
 * const browser = await openChromium();
 * const page = await browser.newPage();
 * await browser.close();
 */
export async function openChromium(): Promise<TestBrowser> {
  shared ??= startShared();
  const browser = await shared;
  return {
    newContext: (settings) => browser.newContext(settings),
    newPage: (settings) => browser.newPage(settings),
    async close() {
      if (!browser.isConnected()) throw new Error("Chromium ended while this test file used it");
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
  };
}

/** Starts the browser of this worker. Where it does not start, or ends, the next file starts another. */
async function startShared(): Promise<Browser> {
  const forget = () => {
    shared = undefined;
  };
  // Vitest ends a worker by SIGTERM and half a second later by force: too soon to close the browser. At the exit,
  // Playwright ends it at once and removes its profile.
  const exit = () => process.exit();
  const starting = chromium.launch({ ...testOptions(), handleSIGTERM: false });
  const browser = await starting.catch((error: unknown) => {
    forget();
    throw error;
  });
  process.once("SIGTERM", exit);
  browser.on("disconnected", forget).on("disconnected", () => process.off("SIGTERM", exit));
  return browser.on("context", (context) => context.setDefaultTimeout(TIMEOUT_MS));
}

/** Starts a Chromium for other processes, which connect to its `wsEndpoint()`. */
export const serveChromium = (): Promise<BrowserServer> => chromium.launchServer(testOptions());

/** Starts a Chromium of one's own, which runs pages as a user's does. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch(options());
  return browser.on("context", (context) => context.setDefaultTimeout(TIMEOUT_MS));
}
