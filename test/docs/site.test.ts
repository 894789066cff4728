import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { createMock } from "@ittybit/mock";
import { operations, servers } from "@ittybit/openapi";
import { appearances, loadAxe, violations } from "@ittybit/test-support/browsers/axe";
import { hasChromium, launchChromium } from "@ittybit/test-support/browsers/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, serveSite } from "../../scripts/start/site-server.js";
import { type BuiltSite, buildForTest } from "./built-site.js";

/** With DOCS_AXE=full every page is checked in every appearance, with all its examples open. */
const full = process.env.DOCS_AXE === "full";
const address = "https://docs.example.com/api/";
const onePage = "reference/index.html";
const all = Object.values(operations);

/** What people type into a search, and the page that they want. */
const searches = {
  "create media": "operations/createMedia",
  upload: "guides/uploading",
  pagination: "guides/listing",
  formats: "guides/formats",
  mp4: "guides/formats",
  "file size": "guides/formats",
  "rate limit": "guides/rate-limits",
  version: "guides/versions",
  python: "guides/generators",
  sdk: "guides/install",
  prefer: "guides/mocking",
  webhook: "guides/playback",
  "401": "guides/authentication",
  retry: "guides/rate-limits",
};

let built: BuiltSite;
let server: Site;
let base: string;
const html = new Map<string, string>();

beforeAll(async () => {
  built = await buildForTest(address);
  for (const file of built.files.filter((name) => name.endsWith(".html")))
    html.set(file, await built.read(file));
  server = await serveSite(built.parent, 0, { home: "/api/" });
  base = `${server.url}/api/`;
});
afterAll(async () => {
  await server?.close();
  await built?.remove();
});

/** Our own pages; the one-page reference is Redocly's. */
const own = () => [...html].filter(([file]) => file !== onePage);

describe("the folder", () => {
  it("has a page and a Markdown copy for each operation", () => {
    const files = all.flatMap(({ operationId }) => [
      `operations/${operationId}.html`,
      `operations/${operationId}.md`,
    ]);
    expect(built.files).toEqual(expect.arrayContaining(files));
  });

  it("has a Markdown copy of every page, without what only a renderer understands", async () => {
    for (const [file] of own().filter(([name]) => name !== "404.html")) {
      const copy = await built.read(file.replace(/html$/, "md"));
      expect(copy).toMatch(/^# \S/);
      expect(copy.match(/^:::|\{#[\w.-]+\}$|<div/m)).toBe(null);
    }
  });

  it("has what machines ask for", () => {
    const files = ["llms.txt", "llms-full.txt", "openapi.yaml", "openapi.json", "postman_collection.json"];
    expect(built.files).toEqual(
      expect.arrayContaining([...files, "bruno.zip", "sitemap.xml", "changelog.xml", "card.png"]),
    );
  });

  it("indexes its pages for the search in order, so that a build is the same every time", async () => {
    const index = built.files.find((file) => file.includes("@localSearchIndex")) ?? "";
    const found = [...(await built.read(index)).matchAll(/"\d+":"%root%([^"#]*)"/g)].map(([, page = ""]) =>
      page.replace(/(^|\/)$/, "$1index").replace(/\.html$/, ""),
    );
    expect(found.length).toBeGreaterThan(50);
    expect(found).toEqual([...found].sort());
  });

  it("names the same pages in the sitemap and in llms.txt as it has", async () => {
    const pages = own()
      .map(([file]) => file)
      .filter((file) => file !== "404.html");
    const sitemap = [...(await built.read("sitemap.xml")).matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, url = ""]) => url,
    );
    const known = sitemap.map((url) => url.slice(address.length).replace(/(^|\/)$/, "$1index.html"));
    expect(known.sort()).toEqual([...pages, onePage].sort());
    const llms = [...(await built.read("llms.txt")).matchAll(/\((\S+\.md)\)/g)].map(([, url = ""]) => url);
    expect(llms.map((url) => url.slice(address.length)).sort()).toEqual(
      pages.map((file) => file.replace(/html$/, "md")).sort(),
    );
  });
});

describe("every page", () => {
  it("has one h1, a title of its own, a description and its address", () => {
    const titles = own().map(([, text]) => text.match(/<title>(.*?)<\/title>/)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [file, text] of own()) {
      expect([file, text.match(/<h1[ >]/g)?.length]).toEqual([file, 1]);
      expect([file, text.match(/<meta name="description" content="(.+?)">/)?.[1]?.length]).not.toEqual([
        file,
        undefined,
      ]);
      if (file !== "404.html") expect(text).toContain(`<link rel="canonical" href="${address}`);
    }
  });

  it("forbids everything from elsewhere, inline scripts and inline styles", () => {
    for (const [, text] of own()) {
      const [, policy = ""] = text.match(/http-equiv="Content-Security-Policy" content="(.*?)"/) ?? [];
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'self'( 'sha256-[\w+/=]+')+; style-src 'self';/,
      );
      expect(policy).not.toContain("unsafe");
      expect(text.match(/<style|<[^>]* (style|on\w+)="/)).toBe(null);
    }
    expect(html.get(onePage)).toContain("default-src 'none'");
  });

  it("has no dead link and no dead anchor", () => {
    expect(
      own().flatMap(([file, text]) => deadLinks(file, hrefs(text), (target) => html.get(target))),
    ).toEqual([]);
  });

  it("has no dead link in its Markdown copy", async () => {
    const dead: string[] = [];
    for (const file of built.files.filter((name) => name.endsWith(".md"))) {
      const text = (await built.read(file)).replace(/^```[\s\S]*?^```$/gm, "");
      const links = [...text.matchAll(/\]\((\.[^)\s]*)\)/g)].map(([, link = ""]) => link.replace(/#.*/, ""));
      dead.push(...deadLinks(file, links, () => ""));
    }
    expect(dead).toEqual([]);
  });

  it("would be caught with a dead link or anchor", () => {
    const find = (links: string[]) => deadLinks("index.html", links, (target) => html.get(target));
    expect(find(["./gone.html", "./concepts.html#gone", "./concepts.html#authentication"])).toEqual([
      "index.html: ./gone.html",
      "index.html: ./concepts.html#gone",
    ]);
  });
});

it("an operation's page weighs at most 150 KB, compressed, with all that it loads", () => {
  for (const { operationId } of all) {
    const page = html.get(`operations/${operationId}.html`) ?? "";
    const loaded = [
      ...page.matchAll(
        /<(?:script|link rel="(?:(?:preload )?stylesheet|modulepreload)")[^>]* (?:src|href)="\.\.\/(assets\/.*?)"/g,
      ),
    ];
    expect(loaded.length).toBeGreaterThan(4);
    expect(weight(page) + sum(loaded.map(([, file = ""]) => sizes.get(file) ?? Number.NaN))).toBeLessThan(
      150_000,
    );
  }
});

describe.skipIf(!hasChromium)("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  /** One page of each sort, looked at on a dark phone in any case. */
  const sorts = ["index.html", "guides/uploading.html", "operations/createMedia.html", "schemas/Media.html"];

  /** What all pages have, with the same links. */
  const frame = [".VPNav", ".VPSidebar"];

  it("asks no other host for anything, and has nothing that axe finds fault with", {
    timeout: 1_800_000,
  }, async () => {
    const faults: string[] = [];
    const files = [...html.keys()];
    const walk = async (appearance: (typeof appearances)[number], number: number) => {
      const page = await watched(browser, appearance, faults);
      await loadAxe(page.context());
      for (const [index, file] of files.entries()) {
        const again = number === 1 && sorts.includes(file);
        if (!full && !again && index % appearances.length !== number) continue;
        await (file === onePage ? page.goto(base + file) : openPage(page, file));
        if (full) await page.evaluate(openAll);
        // Every page of a sort of its own is checked as a whole, and so is everything in the full run.
        const known = full || sorts.includes(file) ? [] : frame;
        if (file !== onePage)
          faults.push(...(await violations(page, "html", known)).map((each) => `${file}: ${each}`));
      }
      await page.context().close();
    };
    await Promise.all(appearances.map(walk));
    expect(faults).toEqual([]);
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
      for (const sample of await page.locator(".operation .code pre").all())
        expect(await sample.isVisible()).toBe(true);
      const example = page.locator("details.details").last();
      await example.locator("summary").click();
      expect(await example.locator("pre").isVisible()).toBe(true);
    }
    await page.context().close();
  });

  it("finds a parameter by its name, and goes to it", async () => {
    const page = await browser.newPage();
    await openPage(page, "index.html");
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("orderBy");
    await page
      .getByRole("link", { name: /orderBy/ })
      .first()
      .click();
    await page.waitForURL(/operations\/\w+\.html#query-orderBy$/);
    expect(await page.locator("#query-orderBy").isVisible()).toBe(true);
    await page.context().close();
  });

  it("shows the right page first for what people look for", async () => {
    const page = await browser.newPage();
    await openPage(page, "operations/getMedia.html");
    await page.keyboard.press("/");
    const found: Record<string, string> = {};
    for (const query of Object.keys(searches)) {
      await page.getByRole("searchbox").fill("");
      await page.locator("#localsearch-list .result").first().waitFor({ state: "detached" });
      await page.getByRole("searchbox").fill(query);
      const link = page.locator("#localsearch-list .result").first();
      found[query] = ((await link.getAttribute("href")) ?? "").replace(/^\/api\/|\.html$/g, "");
    }
    expect(found).toEqual(searches);
    await page.context().close();
  });

  it("sends what the console says to the mock, and keeps the key in the tab alone", async () => {
    const mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    const context = await browser.newContext();
    const page = await context.newPage();
    await openPage(page, "operations/listMedia.html");
    await page.getByLabel("Base URL").fill(url);
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
    await mock.close();
  });

  it("lets one of a file and a URL be given, and sends metadata", async () => {
    const mock = await createMock();
    const { url } = await mock.listen({ port: 0 });
    const page = await browser.newPage();
    await openPage(page, "operations/createMedia.html");
    await page.getByLabel("Base URL").fill(url);
    await page.getByLabel("API key").fill("any");
    await page.locator("#try-url").fill("https://storage.example.com/ferry.mov");
    expect(await page.locator("#try-file").isDisabled()).toBe(true);
    await page.locator("#try-metadata").fill("album=Coast\nplace=Harbour");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect
      .poll(() => page.locator(".try-response").innerText())
      .toMatch(/201 Created.*"album": "Coast"/s);
    await page.context().close();
    await mock.close();
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

  it("keeps every link right when another page is shown below any path", async () => {
    const page = await browser.newPage();
    await openPage(page, "operations/getMedia.html");
    await page.locator(".VPSidebar").getByRole("link", { name: "Changelog" }).click();
    await page.waitForURL(`${base}changelog.html`);
    await page.locator(".VPSidebar").getByRole("link", { name: "Quick start" }).click();
    await page.waitForURL(`${base}guides/quick-start.html`);
    await page.getByRole("heading", { level: 1, name: "Quick start" }).waitFor();
    await page.context().close();
  });
});

/** Opens a page of VitePress, and waits until its application has taken over what the server sent. */
async function openPage(page: Page, file: string): Promise<void> {
  await page.goto(base + file);
  const isMounted = () => page.evaluate("document.querySelector('#app').__vue_app__ !== undefined");
  await expect.poll(isMounted).toBe(true);
}

const openAll = 'document.querySelectorAll("details").forEach((each) => { each.open = true; })';

/** A page whose requests to other hosts, errors and messages about its content policy are faults. */
async function watched(browser: Browser, options: BrowserContextOptions, faults: string[]): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !/^(data|blob):/.test(request.url())) {
      faults.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`${page.url()} ${error.message}`));
  page.on("console", (line) => line.type() === "error" && faults.push(`${page.url()} ${line.text()}`));
  return page;
}

const hrefs = (text: string): string[] =>
  [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));

/** The links of a file that lead to no file of the site, or to no anchor of its page. */
function deadLinks(
  file: string,
  links: readonly string[],
  pageAt: (file: string) => string | undefined,
): string[] {
  const known = new Set(built.files);
  return links
    .filter((link) => !/^(https?|data|mailto):/.test(link) && !link.startsWith("/api/"))
    .filter((link) => {
      const [path = "", anchor = ""] = link.split("#");
      const joined = posix.join(posix.dirname(file), path);
      const target = path === "" ? file : joined.replace(/(^|\/)(\.\/)?$/, "$1index.html");
      if (!known.has(target)) return true;
      return anchor !== "" && pageAt(target)?.includes(` id="${decodeURIComponent(anchor)}"`) === false;
    })
    .map((link) => `${file}: ${link}`);
}

const weight = (text: string | Uint8Array): number => gzipSync(text).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const sizes = new Map<string, number>();
beforeAll(async () => {
  for (const file of built.files.filter((name) => /\.(js|css)$/.test(name)))
    sizes.set(file, weight(await built.read(file)));
});
