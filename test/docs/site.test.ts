import { gzipSync } from "node:zlib";
import { operations } from "@ittybit/openapi";
import { beforeAll, describe, expect, it } from "vitest";
import { SITE_URL } from "../../scripts/cache/built-site.js";
import { type BuiltSite, builtSite, REFERENCE_PAGE } from "./built-site.js";
import { deadLinks, hrefs } from "./dead-links.js";

const all = Object.values(operations);

let built: BuiltSite;
let html: ReadonlyMap<string, string>;

beforeAll(async () => {
  built = await builtSite();
  html = await built.html();
});

/** Our own pages; the one-page reference is Redocly's. */
const own = () => [...html].filter(([file]) => !file.startsWith("reference/"));

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
      expect(copy.match(/^:::|\{[#.][\w. -]+\}$|<div/m)).toBe(null);
    }
  });

  it("has what machines ask for", () => {
    const files = [
      "llms.txt",
      "llms-full.txt",
      "openapi.yaml",
      "openapi.json",
      "openapi-3.0.yaml",
      "postman_collection.json",
    ];
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
    const known = sitemap.map((url) => url.slice(SITE_URL.length).replace(/(^|\/)$/, "$1index.html"));
    expect(known.sort()).toEqual([...pages, REFERENCE_PAGE].sort());
    const llms = [...(await built.read("llms.txt")).matchAll(/\((\S+\.md)\)/g)].map(([, url = ""]) => url);
    expect(llms.map((url) => url.slice(SITE_URL.length)).sort()).toEqual(
      pages.map((file) => file.replace(/html$/, "md")).sort(),
    );
  });
});

describe("every page", () => {
  it("has one h1, a title of its own, a description and its SITE_URL", () => {
    const titles = own().map(([, text]) => text.match(/<title>(.*?)<\/title>/)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [file, text] of own()) {
      expect([file, text.match(/<h1[ >]/g)?.length]).toEqual([file, 1]);
      expect([file, text.match(/<meta name="description" content="(.+?)">/)?.[1]?.length]).not.toEqual([
        file,
        undefined,
      ]);
      if (file !== "404.html") expect(text).toContain(`<link rel="canonical" href="${SITE_URL}`);
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
    expect(html.get(REFERENCE_PAGE)).toContain("default-src 'none'");
  });

  it("has no dead link and no dead anchor", () => {
    expect(
      own().flatMap(([file, text]) =>
        deadLinks(built.files, file, hrefs(text), (target) => html.get(target)),
      ),
    ).toEqual([]);
  });

  it("has no dead link in its Markdown copy", async () => {
    const dead: string[] = [];
    for (const file of built.files.filter((name) => name.endsWith(".md"))) {
      const text = (await built.read(file)).replace(/^```[\s\S]*?^```$/gm, "");
      const links = [...text.matchAll(/\]\((\.[^)\s]*)\)/g)].map(([, link = ""]) => link.replace(/#.*/, ""));
      dead.push(...deadLinks(built.files, file, links, () => ""));
    }
    expect(dead).toEqual([]);
  });

  it("would be caught with a dead link or anchor", () => {
    const find = (links: string[]) =>
      deadLinks(built.files, "index.html", links, (target) => html.get(target));
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

const weight = (text: string | Uint8Array): number => gzipSync(text).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const sizes = new Map<string, number>();
beforeAll(async () => {
  for (const file of built.files.filter((name) => /\.(js|css)$/.test(name)))
    sizes.set(file, weight(await built.read(file)));
});
