import type { Page } from "./page.js";

/** What a static host shows for an address that it does not have (`404.html`). */
export const missingPage: Page = {
  path: "missing",
  title: "No such page",
  description: "Nothing is at this address.",
  body: "Nothing is at this address. [All pages](./contents.md) lists what there is.",
};
