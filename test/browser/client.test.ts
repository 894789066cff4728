import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { corsServer } from "./cors-server.js";
import { buildPage } from "./vite-page.js";

interface Shown {
  ok: boolean;
  status: number | null;
  error: string | null;
  id: string | null;
}

/** The functions of fixtures/page/page.js. */
interface UploadPage {
  list(): Promise<Shown>;
  upload(size: number): Promise<Shown & { progress: { loaded: number; total: number }[] }>;
  quietly(size: number): Promise<Shown>;
  stream(): Promise<Shown>;
  /** Uploads by a fetch of its own, without progress and with it. */
  ownFetch(): Promise<Shown & { refused: string }>;
  /** Starts an upload that takes longer than the test. */
  start(withProgress: boolean): void;
  /** Stops it: when, and whether a timer of 100 ms fired before the page knew. */
  stop(): Promise<Shown & { at: number; isLate: boolean }>;
}
declare const page: UploadPage;

describe.skipIf(!hasChromium)("the client in a page that Vite built", () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof corsServer>>;
  let browser: TestBrowser;
  let tab: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ittybit-page-"));
    server = await corsServer(await uploadPage(folder));
    browser = await openChromium();
    tab = await browser.newPage();
    await tab.goto(server.url);
    await tab.waitForFunction("globalThis.page");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it("lists", async () => {
    expect(await tab.evaluate(() => page.list())).toMatchObject({ ok: true, status: 200 });
  });

  it("uploads, and tells progress that never goes back and ends at the total", async () => {
    // Chromium reports every 100 ms: an upload that takes less on a fast machine would have no progress but its end.
    const unlimited = await limitUploads(tab, 10_000_000);
    const { progress, ...result } = await tab.evaluate(() => page.upload(6_000_000));
    await unlimited();
    const loaded = progress.map((each) => each.loaded);
    expect(result).toEqual({ ok: true, status: 201, error: null, id: "m1" });
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded).toEqual([...new Set(loaded)].sort((a, b) => a - b));
    expect(loaded.at(-1)).toBe(progress.at(-1)?.total);
    expect(loaded.at(-1)).toBe(server.lengths.at(-1));
  });

  it("uploads without progress, and from a stream", async () => {
    expect(await tab.evaluate(() => page.quietly(1_000_000))).toMatchObject({ ok: true, id: "m1" });
    expect(await tab.evaluate(() => page.stream())).toMatchObject({ ok: true, id: "m1" });
  });

  it("uploads by a fetch of the page's own, and refuses to tell its progress", async () => {
    const { refused, ...result } = await tab.evaluate(() => page.ownFetch());
    expect(result).toMatchObject({ ok: true, id: "m1" });
    expect(refused).toMatch(/^InputError onProgress: /);
  });

  it.each([true, false])("stops an upload at once, with progress: %s", async (withProgress) => {
    const [began, broken] = [server.began.length, server.broken.length];
    await limitUploads(tab, 500_000);
    await tab.evaluate((withProgress) => page.start(withProgress), withProgress);
    await expect.poll(() => server.began.length).toBe(began + 1);
    const { at, ...result } = await tab.evaluate(() => page.stop());
    expect(result).toMatchObject({ ok: false, status: null, error: "AbortError", isLate: false });
    await expect.poll(() => server.broken.length).toBe(broken + 1);
    expect((server.broken.at(-1) ?? Infinity) - at).toBeLessThan(WHOLE_UPLOAD_MS / 2);
  });
});

/** The 30 MB that a page sends at 500 kB a second. */
const WHOLE_UPLOAD_MS = 60_000;

/** Lets no more bytes a second leave the page. Returns what takes the limit away. */
async function limitUploads(tab: Page, uploadThroughput: number): Promise<() => Promise<void>> {
  const session = await tab.context().newCDPSession(tab);
  const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
  await session.send("Network.emulateNetworkConditions", conditions);
  return () => session.detach();
}

/** The page, and its scripts by URL. */
async function uploadPage(folder: string) {
  const dist = await buildPage(folder, ["packages/client/test/fixtures/page"], []);
  const names = (await readdir(join(dist, "assets"))).filter((each) => each.endsWith(".js"));
  const scripts = names.map(
    async (name): Promise<[string, string]> => [
      `/assets/${name}`,
      await readFile(join(dist, "assets", name), "utf8"),
    ],
  );
  return {
    html: await readFile(join(dist, "index.html"), "utf8"),
    scripts: new Map(await Promise.all(scripts)),
  };
}
