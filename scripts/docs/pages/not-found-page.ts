import type { Page } from "./page.js";

/** The page that a static host shows for an unknown address (`404.html`). */
export const missingPage: Page = {
  path: "missing",
  title: "No such page",
  description: "Nothing is at this address.",
  body: "Nothing is at this address. [All pages](./contents.md) lists what there is.",
};
