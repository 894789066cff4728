import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock, type Mock } from "@ittybit/mock";
import { operations, servers } from "@ittybit/openapi";
import { appearances, violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, serveSite } from "../../scripts/start/site-server.js";
import { type BuiltSite, builtSite, REFERENCE_PAGE } from "./built-site.js";
import {
  isDark,
  type OperationAsRead,
  openAll,
  readOperation,
  showCodeColors,
  widerThanScreen,
} from "./page-scripts.js";
import { searches } from "./searches.js";
import { followLink, openPage, watchFaults } from "./visit.js";
import { templates, type Visit, visits } from "./visits.js";

/** With DOCS_AXE=full every page is checked in every appearance, with all its examples open. */
const full = process.env.DOCS_AXE === "full";
const all = Object.values(operations);

describe.skipIf(!hasChromium)("the site in Chromium", () => {
  let base: string;
  let browser: TestBrowser;
  let server: Site;
  let mock: Mock;
  let mockUrl: string;
  let built: BuiltSite;
  let files: readonly string[];
  /** The page of all tests that need no settings of their own. None of them may leave anything in its storage. */
  let page: Page;
  beforeAll(async () => {
    built = await builtSite();
    files = built.files.filter((name) => name.endsWith(".html") && !name.startsWith("reference/"));
    server = await serveSite(built.parent, 0, { home: "/api/" });
    base = `${server.url}/api/`;
    mock = await createMock();
    ({ url: mockUrl } = await mock.listen({ port: 0 }));
    browser = await openChromium();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await mock?.close();
  });

  const open = (page: Page, file: string) => openPage(page, base + file);
  const show = async (page: Page, file: string) => {
    if (page.url().startsWith(base)) await followLink(page, base + file, await built.read(file));
    else await open(page, file);
  };

  describe("in each appearance", () => {
    /** A page for each appearance: to show another page in it costs less than to change how it looks. */
    let pages: Page[];
    const faults: string[] = [];
    beforeAll(async () => {
      pages = await Promise.all(appearances.map((appearance) => browser.newPage(appearance)));
      for (const page of pages) watchFaults(page, base, faults);
    });
    afterAll(() => Promise.all(pages.map((page) => page.context().close())));

    it("has nothing that axe finds fault with, and asks no other host for anything", {
      timeout: 1_800_000,
    }, async () => {
      expect(files).toEqual(
        expect.arrayContaining(visits.flatMap(({ loaded, linked }) => [...loaded, ...linked])),
      );
      const visit = async (page: Page, index: number) => {
        const { colorScheme } = appearances[index] as (typeof appearances)[number];
        const { loaded, linked } = full ? { loaded: files, linked: [] } : (visits[index] as Visit);
        for (const file of [...loaded, ...linked]) {
          if (loaded.includes(file)) await open(page, file);
          else await show(page, file);
          if (full) await page.evaluate(openAll);
          expect(await page.evaluate(isDark)).toBe(colorScheme === "dark");
          // Every template is checked as a whole, and so is everything in the full run.
          const known = full || templates.includes(file) ? [] : checkedOnce;
          faults.push(...(await violations(page, "html", known)).map((each) => `${file}: ${each}`));
        }
      };
      await Promise.all(pages.map(visit));
      expect(faults).toEqual([]);
    });

    it("gives every color of code enough contrast, in both themes", async () => {
      const themes = pages.slice(0, 2);
      for (const [index, page] of themes.entries()) {
        await show(page, "guides/deletion.html");
        expect(await page.evaluate(isDark)).toBe(index === 1);
        expect(await page.evaluate(showCodeColors)).toBeGreaterThan(5);
        expect(await violations(page, CODE)).toEqual([]);
      }
    });
  });

  describe("without JavaScript", () => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.newPage({ javaScriptEnabled: false });
    });
    afterAll(() => page.context().close());

    it("lets every operation be read", async () => {
      for (const { operationId, method, path, server: name, parameters, responses } of all) {
        await page.goto(`${base}operations/${operationId}.html`);
        const { text, statuses, samples, example } = await page.evaluate<OperationAsRead>(readOperation);
        expect(text).toContain(`${method} ${servers[name]}${path}`);
        for (const parameter of parameters) expect(text).toContain(parameter.name);
        for (const status of Object.keys(responses)) expect(statuses).toContain(`status-${status}`);
        expect(samples.length).toBeGreaterThan(0);
        expect(samples).not.toContain(false);
        expect(example).toEqual({ before: false, after: true });
      }
    });

    it("scrolls no page sideways at 320 pixels", async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      // The pages as the server sends them: what scripts add is in the same places.
      await page.goto(`${base}index.html`);
      expect(await page.evaluate(`(${widerThanScreen})(${JSON.stringify(files)})`)).toEqual([]);
    });
  });

  it("shows what an address or a printer asks for, and the entry of the page in the navigation", async () => {
    await open(page, "operations/createMedia.html#response-201-data-urls-poster");
    await expect.poll(() => page.locator("#response-201-data-urls-poster").isVisible()).toBe(true);
    await page.goto(`${base}operations/createMedia.html#status-415`);
    await expect.poll(() => page.locator("#status-415 pre").isVisible()).toBe(true);
    const folded = page.locator("#status-413 pre").first();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await folded.isVisible()).toBe(true);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await folded.isVisible()).toBe(false);
    await show(page, "qa/scale.html");
    const entry = page.locator(".VPSidebar .is-link.is-active > .item");
    await expect.poll(async () => (await entry.boundingBox())?.y).toBeLessThan(700);
  });

  it("shows Create Media in at most 4,000 pixels", async () => {
    await show(page, "operations/createMedia.html");
    expect(Number(await page.evaluate("document.documentElement.scrollHeight"))).toBeLessThan(4000);
  });

  it("loads Redoc when a reader moves on the one-page reference", async () => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(base + REFERENCE_PAGE);
    await page.getByRole("heading", { level: 1, name: /Ittybit Media API/ }).waitFor();
    expect(loaded).toEqual([base + REFERENCE_PAGE]);
    expect(await page.getByText("Loading").count()).toBe(0);
    await page.mouse.move(200, 200);
    await page.getByText(/^Search .*K$/).waitFor();
    expect(loaded).toContain(`${base}reference/redoc.js`);
    await page.context().close();
  });

  it("finds a parameter by its name, and goes to it", async () => {
    await show(page, "index.html");
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("orderBy");
    await page
      .getByRole("link", { name: /orderBy/ })
      .first()
      .click();
    await page.waitForURL(/operations\/\w+\.html#query-orderBy$/);
    // VitePress changes the address before it shows the page.
    await page.locator("#query-orderBy").waitFor();
  });

  it("shows the right page first for what people look for", async () => {
    await show(page, "operations/getMedia.html");
    await page.keyboard.press("/");
    // Excerpts have no part in the order, and take the most of the time.
    const excerpts = page.getByRole("button", { name: "Display detailed list" });
    await excerpts.click();
    const found: Record<string, string> = {};
    for (const query of Object.keys(searches)) {
      await page.getByRole("searchbox").fill("");
      await page.locator("#localsearch-list .result").first().waitFor({ state: "detached" });
      await page.getByRole("searchbox").fill(query);
      const link = page.locator("#localsearch-list .result").first();
      found[query] = ((await link.getAttribute("href")) ?? "").replace(/^\/api\/|\.html$/g, "");
    }
    await excerpts.click();
    await page.keyboard.press("Escape");
    expect(found).toEqual(searches);
  });

  it("sends what the console says to the mock, and keeps the key in the tab alone", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await open(page, "operations/listMedia.html");
    await page.getByLabel("Base URL").fill(mockUrl);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => page.locator(".try-response").innerText()).toMatch(/401 Unauthorized/);
    await page.getByLabel("API key").fill("secret-of-mine");
    await page.locator("#try-limit").fill("500");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => page.locator(".try-response").innerText()).toMatch(/422 .*"limit"/s);
    expect(await page.evaluate("JSON.stringify({ ...localStorage })")).not.toContain("secret");
    const other = await context.newPage();
    await open(other, "operations/listMedia.html");
    expect(await other.getByLabel("API key").inputValue()).toBe("");
    await context.close();
  });

  it("runs the sample of the home page on the mock", async () => {
    const calls = `http://127.0.0.1:${DEFAULT_PORTS.mock}/**`;
    await page.route(calls, (route) =>
      route.continue({ url: mockUrl + new URL(route.request().url()).pathname }),
    );
    await show(page, "index.html");
    await page.getByRole("button", { name: "Run on the mock" }).click();
    await expect
      .poll(() => page.locator(".run-sample").innerText())
      .toMatch(/201 Created.* ms .* bytes.*"title": "Harbour at dawn"/s);
    await page.unroute(calls);
  });

  it("lets one of a file and a URL be given, and sends metadata", async () => {
    const page = await browser.newPage();
    await open(page, "operations/createMedia.html");
    await page.getByLabel("Base URL").fill(mockUrl);
    await page.getByLabel("API key").fill("any");
    await page.locator("#try-url").fill("https://storage.example.com/ferry.mov");
    expect(await page.locator("#try-file").isDisabled()).toBe(true);
    await page.locator("#try-metadata").fill("album=Coast\nplace=Harbour");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect
      .poll(() => page.locator(".try-response").innerText())
      .toMatch(/201 Created.*"album": "Coast"/s);
    await page.context().close();
  });

  it("keeps every link right when another page is shown below any path", async () => {
    await open(page, "operations/getMedia.html");
    await page.locator(".VPSidebar").getByRole("link", { name: "Changelog" }).click();
    await page.waitForURL(`${base}changelog.html`);
    await page.getByRole("heading", { level: 1, name: "Changelog" }).waitFor();
    await page.locator(".VPSidebar").getByRole("link", { name: "Quick start" }).click();
    await page.waitForURL(`${base}guides/quick-start.html`);
    await page.getByRole("heading", { level: 1, name: "Quick start" }).waitFor();
  });

  it("keeps the chosen theme and language of samples on the next page", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await open(page, "operations/listMedia.html");
    await page.getByRole("switch").first().click();
    await page.locator(".vp-code-group label", { hasText: "Python" }).click();
    await open(page, "operations/getMedia.html");
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
    await expect.poll(() => page.locator(".operation .code").innerText()).toContain("import requests");
    await page.context().close();
  });
});

/** What is inside a block of code. */
const CODE = ".vp-code code";

/** What all pages have, with the same links; and their code, whose colors have a test of their own. */
const checkedOnce = [".VPNav", ".VPSidebar", CODE];
