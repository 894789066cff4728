import { DEFAULT_PORTS } from "@ittybit/contract/tool-ports";
import { createMock, type Mock } from "@ittybit/mock";
import { operations, servers } from "@ittybit/openapi";
import { type Appearance, appearances, violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import { inTabs } from "@ittybit/test-support/browsers/tabs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Site, serveSite } from "../../scripts/start/site-server.js";
import { type BuiltSite, builtSite, REFERENCE_PAGE } from "./built-site.js";
import { clickLink, isDark, openAll, showCodeColors, widerThanScreen } from "./page-scripts.js";
import { searches } from "./searches.js";

/** With DOCS_AXE=full every page is checked in every appearance, with all its examples open. */
const full = process.env.DOCS_AXE === "full";
const all = Object.values(operations);

let base: string;

describe.skipIf(!hasChromium)("the site in Chromium", () => {
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
    files = built.files.filter(
      (name) => name.endsWith(".html") && name !== "reference/ittybit-media-api.html",
    );
    server = await serveSite(built.parent, 0, { home: "/api/" });
    base = `${server.url}/api/`;
    mock = await createMock();
    ({ url: mockUrl } = await mock.listen({ port: 0 }));
    browser = await openChromium();
    page = await browser.newPage();
  });
  beforeEach(() => page.setViewportSize(DESKTOP));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await mock?.close();
  });

  /** One page of each template; they are checked in the first two appearances, which differ in everything. */
  const sorts = ["index.html", "guides/uploading.html", "operations/createMedia.html", "schemas/Media.html"];
  const others = [
    ...["404.html", "changelog.html", "concepts.html", "contents.html", "downloads.html", "inferred.html"],
    ...["guides/client.html", "guides/quick-start.html"],
    ...["operations/index.html", "operations/listMedia.html"],
    ...["operations/deleteMedia.html", "qa/check.html", "schemas/index.html", "schemas/ErrorCode.html"],
    ...["workflows.html", "client/reference/index.html"],
  ];

  /** What all pages have, with the same links; and their code, whose colors have a test of their own. */
  const checkedOnce = [".VPNav", ".VPSidebar", CODE];

  it("has nothing that axe finds fault with, and asks no other host for anything", {
    timeout: 1_800_000,
  }, async () => {
    const own = files.filter((file) => file !== REFERENCE_PAGE);
    expect(own).toEqual(expect.arrayContaining([...sorts, ...others]));
    const faults: string[] = [];
    const looks = new Map<string, readonly Appearance[]>([
      ...sorts.map((file) => [file, appearances.slice(0, 2)] as const),
      ...others.map((file, index) => [file, appearances.slice(index % 4).slice(0, 1)] as const),
      ...(full ? own : []).map((file) => [file, appearances] as const),
    ]);
    const open = () => watched(browser, faults);
    await inTabs(looks, open, async (page, [file, asked]) => {
      // One page of each template is loaded as a whole; the others are reached as by a link, which costs half.
      const whole = full || sorts.includes(file) || file === "404.html";
      if (whole) await openPage(page, file);
      else await followLink(page, file, titleOf(await built.read(file)));
      if (full) await page.evaluate(openAll);
      for (const { viewport, colorScheme } of asked) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await expect.poll(() => page.evaluate(isDark)).toBe(colorScheme === "dark");
        // Every page of a sort of its own is checked as a whole, and so is everything in the full run.
        const known = full || sorts.includes(file) ? [] : checkedOnce;
        faults.push(...(await violations(page, "html", known)).map((each) => `${file}: ${each}`));
      }
    });
    expect(faults).toEqual([]);
  });

  it("gives every color of code enough contrast, in both themes", async () => {
    await openPage(page, "operations/listMedia.html");
    expect(await page.evaluate(showCodeColors)).toBeGreaterThan(5);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => page.evaluate(isDark)).toBe(colorScheme === "dark");
      expect(await violations(page, CODE)).toEqual([]);
    }
  });

  it("lets every operation be read without JavaScript", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    for (const { operationId, method, path, server: name, parameters, responses } of all) {
      await page.goto(`${base}operations/${operationId}.html`);
      const text = await page.locator("main").innerText();
      expect(text).toContain(`${method} ${servers[name]}${path}`);
      for (const parameter of parameters) expect(text).toContain(parameter.name);
      for (const status of Object.keys(responses)) {
        expect(await page.locator(`#status-${status}`).isVisible()).toBe(true);
      }
      const samples = page.locator(".operation .code pre");
      expect(await samples.filter({ visible: false }).count()).toBe(0);
      expect(await samples.count()).toBeGreaterThan(0);
      const example = page.locator("details.details").last();
      await example.locator("summary").click();
      expect(await example.locator("pre").isVisible()).toBe(true);
    }
    await page.context().close();
  });

  it("scrolls no page sideways at 320 pixels", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    // The pages as the server sends them: what scripts add is in the same places.
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(`${base}index.html`);
    const own = files.filter((file) => file !== REFERENCE_PAGE);
    expect(await page.evaluate(`(${widerThanScreen})(${JSON.stringify(own)})`)).toEqual([]);
    await page.context().close();
  });

  it("shows what an address or a printer asks for, and the entry of the page in the navigation", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPage(page, "operations/createMedia.html#response-201-data-urls-poster");
    await expect.poll(() => page.locator("#response-201-data-urls-poster").isVisible()).toBe(true);
    await page.goto(`${base}operations/createMedia.html#status-415`);
    await expect.poll(() => page.locator("#status-415 pre").isVisible()).toBe(true);
    const folded = page.locator("#status-413 pre").first();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await folded.isVisible()).toBe(true);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await folded.isVisible()).toBe(false);
    await openPage(page, "qa/scale.html");
    const entry = page.locator(".VPSidebar .is-link.is-active > .item");
    await expect.poll(async () => (await entry.boundingBox())?.y).toBeLessThan(780);
  });

  it("shows Create Media in at most 4,000 pixels", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await openPage(page, "operations/createMedia.html");
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
    await openPage(page, "index.html");
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
    const open = async () => {
      const page = await browser.newPage();
      await openPage(page, "operations/getMedia.html");
      await page.keyboard.press("/");
      return page;
    };
    const found: Record<string, string> = {};
    await inTabs(Object.keys(searches), open, async (page, query) => {
      await page.getByRole("searchbox").fill("");
      await page.locator("#localsearch-list .result").first().waitFor({ state: "detached" });
      await page.getByRole("searchbox").fill(query);
      const link = page.locator("#localsearch-list .result").first();
      found[query] = ((await link.getAttribute("href")) ?? "").replace(/^\/api\/|\.html$/g, "");
    });
    expect(found).toEqual(searches);
  });

  it("sends what the console says to the mock, and keeps the key in the tab alone", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await openPage(page, "operations/listMedia.html");
    await page.getByLabel("Base URL").fill(mockUrl);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => page.locator(".try-response").innerText()).toMatch(/401 Unauthorized/);
    await page.getByLabel("API key").fill("secret-of-mine");
    await page.locator("#try-limit").fill("500");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => page.locator(".try-response").innerText()).toMatch(/422 .*"limit"/s);
    expect(await page.evaluate("JSON.stringify({ ...localStorage })")).not.toContain("secret");
    const other = await context.newPage();
    await openPage(other, "operations/listMedia.html");
    expect(await other.getByLabel("API key").inputValue()).toBe("");
    await context.close();
  });

  it("runs the sample of the home page on the mock", async () => {
    const calls = `http://127.0.0.1:${DEFAULT_PORTS.mock}/**`;
    await page.route(calls, (route) =>
      route.continue({ url: mockUrl + new URL(route.request().url()).pathname }),
    );
    await openPage(page, "index.html");
    await page.getByRole("button", { name: "Run on the mock" }).click();
    await expect
      .poll(() => page.locator(".run-sample").innerText())
      .toMatch(/201 Created.* ms .* bytes.*"title": "Harbour at dawn"/s);
    await page.unroute(calls);
  });

  it("lets one of a file and a URL be given, and sends metadata", async () => {
    const page = await browser.newPage();
    await openPage(page, "operations/createMedia.html");
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
    await openPage(page, "operations/getMedia.html");
    await page.locator(".VPSidebar").getByRole("link", { name: "Changelog" }).click();
    await page.waitForURL(`${base}changelog.html`);
    await page.getByRole("heading", { level: 1, name: "Changelog" }).waitFor();
    await page.locator(".VPSidebar").getByRole("link", { name: "Quick start" }).click();
    await page.waitForURL(`${base}guides/quick-start.html`);
    await page.getByRole("heading", { level: 1, name: "Quick start" }).waitFor();
  });

  it("keeps the chosen theme and language of samples on the next page", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    await openPage(page, "operations/listMedia.html");
    await page.getByRole("switch").first().click();
    await page.locator(".vp-code-group label", { hasText: "Python" }).click();
    await openPage(page, "operations/getMedia.html");
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
    await expect.poll(() => page.locator(".operation .code").innerText()).toContain("import requests");
    await page.context().close();
  });
});

/** What is inside a block of code. */
const CODE = ".vp-code code";

const DESKTOP = { width: 1280, height: 720 };

/** Opens a page of VitePress, and waits until its application has taken over what the server sent. */
async function openPage(page: Page, file: string): Promise<void> {
  await page.goto(base + file);
  const isMounted = () => page.evaluate("document.querySelector('#app').__vue_app__ !== undefined");
  await expect.poll(isMounted).toBe(true);
}

/** Goes to a page as one does who follows a link, and waits until it is shown. */
async function followLink(page: Page, file: string, title: string): Promise<void> {
  await page.evaluate(`(${clickLink})(${JSON.stringify(base + file)})`);
  await expect.poll(() => page.title()).toBe(title);
}

const titleOf = (html: string): string => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";

/** A page whose requests to other hosts, errors and messages about its content policy are faults. */
async function watched(browser: TestBrowser, faults: string[]): Promise<Page> {
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) {
      faults.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${page.url()} ${error.message}`));
  page.on("console", (line) => line.type() === "error" && faults.push(`${page.url()} ${line.text()}`));
  return page;
}
