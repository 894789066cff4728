/** One search result. */
export interface SearchEntry {
  /** Address from the root of the site: `operations/listMedia.html#query-limit`. */
  readonly id: string;
  readonly title: string;
  /** Title of the page that it is on. */
  readonly page: string;
  readonly text: string;
}

/** Options of the index. Building and loading must use the same ones. */
export const searchOptions = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page"],
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.2 },
};
