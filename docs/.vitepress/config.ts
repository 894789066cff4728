import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { transformerStyleToClass } from "@shikijs/transformers";
import { defineConfig, type MarkdownOptions, type SiteConfig, type UserConfig } from "vitepress";
import type { SiteData } from "../../scripts/docs/site/render-pages.js";
import { BASE } from "../../scripts/docs/site/site-base.js";
import { codeGroups } from "./code-groups.js";
import { colorOnce } from "./color-once.js";
import { fields } from "./fields.js";
import { reasons } from "./reasons.js";
import { runnable } from "./runnable.js";

/** Input and output folders, which scripts/docs sets. */
const source = process.env.DOCS_SOURCE ?? ".";
const output = process.env.DOCS_OUTPUT ?? "dist";
const temporary = join(source, ".temporary");
const {
  sidebar,
  search: sections,
  repository,
  mock,
} = JSON.parse(readFileSync(join(source, "site.json"), "utf8")) as SiteData;

/** The content policy forbids style attributes, so colors of code are classes. */
const classes = transformerStyleToClass({ classPrefix: "k" });

/** Colors lines to their end: Shiki gives up after 500 ms, which the first line of a language may take on a busy machine. */
const colorWholeLines: MarkdownOptions["shikiSetup"] = (highlighter) => {
  const { codeToHtml } = highlighter;
  highlighter.codeToHtml = (code, options) => codeToHtml(code, { ...options, tokenizeTimeLimit: 0 });
};

/** Lets the search index find the root of the site at run time, as all other scripts do. */
const searchBase = {
  name: "search-base",
  transform(code: string, id: string) {
    if (!id.startsWith("/@localSearchIndex") || id === "/@localSearchIndex") return undefined;
    const index = code.replaceAll(BASE, "%root%").replace("export default ", "");
    return `export default (${index}).replaceAll("%root%", import.meta.env.BASE_URL)`;
  },
};

const lookup = "async function fetchExcerpt(id: string) {";
const search = /index\s+(\.search\(filterTextValue)\)/;

/**
 * Changes the search box in two ways. It looks for no excerpt of a page, which has none. Where nothing has all words, it
 * shows what has the most of them.
 */
const searchBox = {
  name: "search-box",
  enforce: "pre",
  transform(code: string, id: string) {
    if (!id.endsWith("VPLocalSearchBox.vue")) return undefined;
    if (!code.includes(lookup) || !search.test(code))
      throw new Error("VitePress searches in another way: fix config.ts.");
    return code
      .replace(lookup, `${lookup} if (!id.includes("#")) return { id, mod: {} };`)
      .replace(search, '((all) => (all.length ? all : index$1, { combineWith: "OR" })))(index$1))');
  },
} as const;

/** Keeps what VitePress writes for the server out of this folder: builds side by side would share it. */
const ownTemporaryFolder = {
  name: "own-temporary-folder",
  enforce: "post",
  config(config: UserConfig["vite"] & { vitepress?: SiteConfig }, { isSsrBuild }: { isSsrBuild?: boolean }) {
    if (config.vitepress === undefined)
      throw new Error("VitePress sets itself up in another way: fix config.ts.");
    config.vitepress.tempDir = temporary;
    return isSsrBuild ? { build: { outDir: temporary } } : undefined;
  },
} as const;

export default defineConfig({
  title: "Ittybit Media API",
  description: "The Ittybit media API: guides and reference.",
  lang: "en",
  base: BASE,
  srcDir: source,
  outDir: output,
  cacheDir: join(source, ".cache"),
  lastUpdated: true,
  // The link to edit a page leads to the file that it is written in.
  transformPageData: ({ frontmatter }) => ({ filePath: frontmatter.source ?? "README.md" }),
  // One page after the other: else the order of the search index, and with it every name of a script, is left to chance.
  buildConcurrency: 1,
  // The style element that switches transitions off would break the content policy.
  appearance: { disableTransition: false },
  themeConfig: {
    logo: { src: "/icon.svg", alt: "" },
    nav: [
      { text: "Guides", link: "/guides/quick-start", activeMatch: "^/guides/" },
      { text: "API reference", link: "/operations/", activeMatch: "^/(operations|schemas)/" },
      { text: "Changelog", link: "/changelog" },
    ],
    sidebar,
    outline: { level: [2, 3] },
    ...(repository === undefined
      ? {}
      : { editLink: { pattern: `${repository}/edit/main/:path`, text: "Edit this page" } }),
    lastUpdated: { text: "Last updated", formatOptions: { dateStyle: "medium" } },
    search: {
      provider: "local",
      options: {
        detailedView: true,
        miniSearch: {
          // The sections come from the pages' own structure, which has fields beside headings.
          _splitIntoSections: (file) => [...(sections[relative(source, file)] ?? [])],
        },
        _render: () => "",
      },
    },
  },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: [classes],
    shikiSetup: colorWholeLines,
    config: (md) => {
      md.use(colorOnce);
      md.use(codeGroups);
      md.use(fields);
      md.use(reasons);
      md.use(runnable);
    },
  },
  vite: {
    publicDir: false,
    logLevel: "error",
    // Minifying drops nearly all that is not used; Rollup finds 2 kB more, in a fifth of the time of a build.
    build: { rollupOptions: { treeshake: false } },
    plugins: [searchBox, searchBase, ownTemporaryFolder],
    define: { __MOCK_URL__: JSON.stringify(mock) },
  },
  buildEnd: () => writeFileSync(join(output, "assets/code.css"), classes.getCSS()),
});
