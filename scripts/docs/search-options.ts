/** One place that a search can find. */
export interface SearchEntry {
  /** Address from the root of the site: `operations/listMedia.html#query-limit`. */
  readonly id: string;
  readonly title: string;
  /** Title of the page that it is on. */
  readonly page: string;
  readonly text: string;
}

/** How the index is made; who loads it must say the same. */
export const searchOptions = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page"],
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.2 },
};
