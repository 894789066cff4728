import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { operations, servers } from "@ittybit/openapi";
import { appearances, violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, openChromium, type TestBrowser } from "@ittybit/test-support/browsers/chromium";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReference } from "../../scripts/docs/reference/render-reference.js";
import { languages, samplesOf } from "../../scripts/docs/samples/sample.js";
import type { Document } from "../../scripts/generate/document/document.js";
import { operationList } from "../../scripts/generate/document/operation-list.js";

const bundle = fileURLToPath(new URL("../../generated/openapi.json", import.meta.url));

/** With DOCS_AXE=full the page is checked in every appearance. */
const full = process.env.DOCS_AXE === "full";

const contract: Document = JSON.parse(await readFile(bundle, "utf8"));
const listed = operationList(contract);
const summaryOf = (path: string, method: string): string =>
  listed.find((each) => each.path === path && each.method.toLowerCase() === method.toLowerCase())?.operation
    .summary ?? "";
const labels = languages.map(({ label }) => label);
const sampleOf = (operationId: string, label: string): string =>
  listed
    .filter(({ operation }) => operation.operationId === operationId)
    .flatMap((each) => samplesOf(contract, each))
    .find(({ language }) => language.label === label)?.text ?? "";
const all = Object.values(operations);
const adding = all.filter(({ server }) => server === "uploads");
/** The first operation of each method: the others are drawn from the same parts. */
const kinds = all.filter(({ method }, at) => all.findIndex((other) => other.method === method) === at);

describe.skipIf(!hasChromium)("the reference, opened from a disk without a network", () => {
  let folder: string;
  let url: string;
  let browser: TestBrowser;
  /** The page that all tests look at in turn: it takes seconds to draw. Those that change it come last. */
  let shown: Page;
  let requests: string[];
  let faults: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "reference-"));
    const file = join(folder, "index.html");
    await renderReference(bundle, file);
    url = pathToFileURL(file).href;
    browser = await openChromium();
    ({ page: shown, requests, faults } = await openReference(browser, url));
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("shows its title and every operation, and asks no other host for anything", async () => {
    await shown.waitForLoadState("networkidle");
    expect(await shown.title()).toBe("Reference on one page | Ittybit Media API");
    for (const tag of new Set(all.map((operation) => operation.tag))) {
      // A click would close a group that the menu has opened for what is scrolled into view.
      await shown.goto(`${url}#/${tag.toLowerCase()}`);
      const group = shown
        .getByRole("listitem")
        .filter({ has: shown.getByText(tag, { exact: true }) })
        .first();
      const methods = all.filter((operation) => operation.tag === tag).map(({ method }) => method);
      await expect.poll(() => group.innerText()).toMatch(new RegExp(methods.join(".*"), "s"));
    }
    expect(requests).toEqual([url]);
    expect(faults).toEqual([]);
  });

  it("names the uploads host under each operation that goes there", async () => {
    for (const { operationId, method, path, tag } of adding) {
      await shown.goto(url + `#tag/${tag}/operation/${operationId}`.toLowerCase());
      await shown.getByRole("heading", { name: summaryOf(path, method) }).waitFor();
      const section = shown.locator(`[data-section-id="${placeOf({ operationId, tag })}"]`);
      await expect
        .poll(async () => (await section.innerText()).split(`Host: ${servers.uploads}`))
        .toHaveLength(2);
    }
  });

  it("shows the four samples of every operation that adds media, and no language without one", async () => {
    const page = shown;
    for (const operation of full ? all : adding) {
      const section = await show(page, url, operation);
      const samples = section.locator(".panel-request-samples");
      for (const [index, label] of labels.entries()) {
        const shown = samples.getByRole("button", {
          name: labels[Math.max(0, index - 1)] ?? "",
          exact: true,
        });
        await shown.click();
        const choices = page.getByRole("menuitem");
        await choices.getByText(label, { exact: true }).first().waitFor();
        if (index === 0) expect(await choices.allInnerTexts()).toEqual(expect.arrayContaining(labels));
        await choices.getByText(label, { exact: true }).first().dispatchEvent("click");
        const lines = sampleOf(operation.operationId, label).split("\n");
        const longest = lines.reduce((one, other) => (one.length < other.length ? other : one), "").trim();
        await samples.locator("pre, code").filter({ hasText: longest }).first().waitFor();
        await expect.poll(() => choices.count()).toBe(0);
      }
      await samples.getByRole("button", { name: "Python", exact: true }).click();
      await page.getByRole("menuitem").getByText("curl", { exact: true }).first().dispatchEvent("click");
      await samples.getByRole("button", { name: "curl", exact: true }).waitFor();
    }
  });

  it("leads back to the site, and not to who made its renderer", async () => {
    const links = await shown
      .getByRole("link")
      .evaluateAll((all) =>
        all.map(
          (link) =>
            (link as unknown as { attributes: Record<string, { value: string }> }).attributes.href?.value,
        ),
      );
    expect(links).toEqual(expect.arrayContaining(["../index.html", "../guides/quick-start.html"]));
    expect(links.filter((link) => link?.includes("redoc"))).toEqual([]);
  });

  it("has nothing that axe finds fault with, in any kind of operation, its menu and its search", async () => {
    const found: string[] = [];
    for (const appearance of full ? appearances : appearances.slice(0, 2)) {
      const page =
        appearance === appearances[0] ? shown : (await openReference(browser, url, appearance)).page;
      const check = async (name: string, within?: string) =>
        found.push(...(await violations(page, within)).map((each) => `${name} ${each}`));
      const isNarrow = appearance.viewport.width < 1000;
      // What was drawn stays in the page, so that axe reads it once for all operations.
      for (const operation of full ? all : isNarrow ? kinds.slice(0, 1) : kinds) {
        await show(page, url, operation);
      }
      await check("page");
      if (isNarrow) {
        await page.getByTestId("floating-button").click();
        await check("menu", ".menu-content");
      }
      await page.getByTestId("search-trigger").click();
      await page.getByTestId("search-dialog").getByRole("textbox").fill("limit");
      await page.getByTestId("search-dialog").getByRole("link").first().waitFor();
      await check("search", "[data-testid=search-dialog]");
      if (page === shown) await page.keyboard.press("Escape");
      else await page.context().close();
    }
    expect(found).toEqual([]);
  });

  it("gives every section its own room, off screen too, and every target 24 pixels", async () => {
    for (const operation of kinds) await show(shown, url, operation);
    expect(await shown.evaluate(unlaidSections)).toEqual([]);
    expect(await shown.evaluate(smallTargets)).toEqual([]);
  });

  it("is in the theme that was chosen on the site, and hands on what its own switch says", async () => {
    const theme = () => shown.evaluate("document.documentElement.className");
    expect(await theme()).toContain("light");
    // Chosen before the page starts: what runs in the open one may still write its own theme.
    await shown.addInitScript('localStorage.setItem("vitepress-theme-appearance", "dark")');
    await shown.goto(url);
    await shown.reload();
    await running(shown);
    await expect.poll(theme).toContain("dark");
    await shown.getByTestId("color-mode-switcher").click();
    await expect.poll(theme).toContain("light");
    await expect
      .poll(() => shown.evaluate('localStorage.getItem("vitepress-theme-appearance")'))
      .toBe("light");
  });

  it("runs no script but its own", async () => {
    faults.splice(0);
    await shown.evaluate(`document.head.append(Object.assign(document.createElement("script"), {
      textContent: "document.title = 'taken'",
    }))`);
    expect(await shown.title()).toBe("Reference on one page | Ittybit Media API");
    await expect.poll(() => faults).toEqual([expect.stringContaining("Content Security Policy")]);
  });

  it("would be caught asking another host", async () => {
    const other = join(folder, "other.html");
    await writeFile(other, '<img src="https://cdn.example.com/logo.svg">');
    const { requests } = await open(browser, pathToFileURL(other).href);
    expect(requests).toContain("https://cdn.example.com/logo.svg");
  });
});

/** Sections that Chromium may leave without a layout while they are off screen. */
const unlaidSections = `[...document.querySelectorAll("main *")]
  .filter((element) => getComputedStyle(element).contentVisibility !== "visible")
  .map((element) => element.outerHTML.slice(0, 150))`;

/** What can be clicked, is not part of a text, and has less than 24 pixels (WCAG 2.2, 2.5.8) either way. */
const smallTargets = `[...document.querySelectorAll("a[href], button, input")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => getComputedStyle(element).display !== "inline")
  .filter((element) => Math.min(element.offsetWidth, element.offsetHeight) < 24)
  .map((element) => element.outerHTML.slice(0, 150))`;

interface Placed {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
}

const placeOf = ({ tag, operationId }: Pick<Placed, "tag" | "operationId">): string =>
  `/${tag}/${operationId}`.toLowerCase();

/** Goes to an operation, and waits until it is drawn. Returns its section. */
async function show(page: Page, url: string, operation: Placed) {
  const place = placeOf(operation);
  await page.goto(`${url}#${place}`);
  const section = page.locator(`[data-section-id="${place}"]`);
  await section.getByRole("heading", { name: summaryOf(operation.path, operation.method) }).waitFor();
  return section;
}

/** Opens a page offline, and keeps what it asks for over a network or from a disk, and what goes wrong in it. */
async function open(browser: TestBrowser, url: string, appearance: BrowserContextOptions = appearances[0]) {
  const context = await browser.newContext({ ...appearance, offline: true });
  const page: Page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(url);
  return { page, requests, faults };
}

/** Opens the reference, and waits until it can be used. */
async function openReference(browser: TestBrowser, url: string, appearance?: BrowserContextOptions) {
  const opened = await open(browser, url, appearance);
  await running(opened.page);
  return opened;
}

/** Waits until Redoc has taken over the page that was rendered before: until then, a click does nothing. */
async function running(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page
    .getByTestId("search-trigger")
    .getByText(/^Search/)
    .waitFor({ state: "attached" });
}
