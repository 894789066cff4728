import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformerStyleToClass } from "@shikijs/transformers";
import { defineConfigWithTheme } from "vitepress";
import type { NavigationGroup } from "../../scripts/docs/navigation.js";
import { fields } from "./fields.js";
import { headingAnchor } from "./heading-anchor.js";
import { samples } from "./samples.js";

/** Input and output folders, which scripts/docs sets. */
const source = process.env.DOCS_SOURCE ?? ".";
const output = process.env.DOCS_OUTPUT ?? "dist";

/** The content policy forbids style attributes, so colors of code are classes. */
const classes = transformerStyleToClass({ classPrefix: "k" });

export default defineConfigWithTheme<{ groups: NavigationGroup[] }>({
  title: "Ittybit Media API",
  description: "The Ittybit media API: guides and reference.",
  lang: "en",
  srcDir: source,
  outDir: output,
  cacheDir: join(source, ".cache"),
  mpa: true,
  appearance: false,
  themeConfig: { groups: JSON.parse(readFileSync(join(source, "navigation.json"), "utf8")) },
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    headers: { level: [2, 3] },
    anchor: { permalink: headingAnchor },
    codeTransformers: [classes],
    config: (md) => {
      md.use(fields);
      md.use(samples);
    },
  },
  vite: { publicDir: false, logLevel: "error" },
  buildEnd: () => writeFileSync(join(output, "assets/code.css"), classes.getCSS()),
});
