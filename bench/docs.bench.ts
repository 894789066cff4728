import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import document from "@ittybit/openapi/openapi.json" with { type: "json" };
import { launchChromium } from "@ittybit/test-support/browsers/chromium";
import type { Browser } from "playwright-core";
import { serveSite } from "../scripts/start/site-server.js";
import { median, type Row } from "./bench.js";
import { buildPages } from "./docs-pages.js";

export const title = "docs: one operation's page, 4 × CPU slowdown, beside others made from the same bundle";

/** Compressed bytes of an operation's page with all that it loads. */
const WEIGHT_LIMIT = 120;
/** Milliseconds to the first paint of an operation's page. */
const PAINT_LIMIT = 1000;
const TURNS = 5;
/** Milliseconds that a page has to show the operation. */
const SHOWN_TIMEOUT_MS = 120_000;
/** Text that the page shows once it is rendered: the summary of the operation. */
const SUMMARY = document.paths["/media"].post.summary;

export async function* run(): AsyncGenerator<Row> {
  const folder = await mkdtemp(join(tmpdir(), "docs-bench-"));
  const pages = await buildPages(folder);
  const server = await serveSite(folder, 0);
  try {
    for (const { name, path } of pages) {
      const own = name === "ours";
      const visits = await visitsOf(`${server.url}/${path}`, folder).catch((error: Error) => {
        if (own || error.name !== "TimeoutError") throw error;
      });
      if (visits === undefined) {
        const note = `not reached in ${SHOWN_TIMEOUT_MS / 1000} s`;
        yield { name: `${name}: operation shown`, value: null, unit: "ms", limit: null, note };
        continue;
      }
      const elsewhere = Math.max(...visits.map((each) => each.elsewhere));
      const weight = Math.max(...visits.map((each) => each.kilobytes));
      yield { name: `${name}: weight, gzip`, value: weight, unit: "KB", limit: own ? WEIGHT_LIMIT : null };
      const paint = median(visits.map((each) => each.paint));
      yield { name: `${name}: first paint`, value: paint, unit: "ms", limit: own ? PAINT_LIMIT : null };
      yield {
        name: `${name}: operation shown`,
        value: median(visits.map((each) => each.shown)),
        unit: "ms",
        limit: null,
      };
      yield { name: `${name}: requests to other hosts`, value: elsewhere, unit: "", limit: own ? 0 : null };
    }
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Visit {
  readonly kilobytes: number;
  readonly paint: number;
  readonly shown: number;
  readonly elsewhere: number;
}

/** Visits in a browser of their own, so that no page pays for what another one leaves behind. */
async function visitsOf(url: string, folder: string): Promise<Visit[]> {
  const browser = await launchChromium();
  try {
    const visits: Visit[] = [];
    while (visits.length < TURNS) visits.push(await visit(browser, url, folder));
    return visits;
  } finally {
    await browser.close();
  }
}

/** One visit with an empty cache. Requests to other hosts are counted and refused. */
async function visit(browser: Browser, address: string, folder: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const { origin } = new URL(address);
  const files = new Set<string>();
  let elsewhere = 0;
  await page.route(/^https?:/, (route) => {
    const url = new URL(route.request().url());
    if (url.origin === origin) {
      files.add(url.pathname);
      return route.continue();
    }
    elsewhere += 1;
    return route.abort();
  });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address, { waitUntil: "commit" });
  // Before there is a layout, innerText holds what stands in scripts too: what is shown was painted.
  const shown = await page.waitForFunction(
    `performance.getEntriesByName("first-contentful-paint").length > 0
      && document.body.innerText.includes(${JSON.stringify(SUMMARY)}) && performance.now()`,
    undefined,
    { timeout: SHOWN_TIMEOUT_MS },
  );
  const milliseconds = Number(await shown.jsonValue());
  await page.waitForLoadState("networkidle");
  const paint = Number(
    await page.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime'),
  );
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length),
  );
  await context.close();
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return { kilobytes, paint, shown: milliseconds, elsewhere };
}
