import { openChromium } from "@ittybit/test-support/browsers/chromium";

/** Uses a browser until it crashes, then one that loads the given URL: what two test files of a worker do. */
const [url = ""] = process.argv.slice(2);

const crashed = await openChromium();
const page = await crashed.newPage();
const session = await page.context().newCDPSession(page);
await session.send("Browser.crash").catch(() => undefined);
const message = await crashed.close().then(
  () => "closed",
  (error: Error) => error.message,
);

const other = await openChromium();
await (await other.newPage()).goto(url);
process.stdout.write(`${message}\n`);
