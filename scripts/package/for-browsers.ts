import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

/** Takes `x.browser.ts` where there is one beside `x.ts`. */
export const forBrowsers: Plugin = {
  name: "for-browsers",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/.+\.js$/ }, ({ path, importer }) => {
      const beside = join(dirname(importer), path.replace(/js$/, "browser.ts"));
      return existsSync(beside) ? { path: beside } : undefined;
    }),
};
