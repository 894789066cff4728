import MiniSearch from "minisearch";
import { type SearchEntry, searchOptions } from "../../../scripts/docs/search/search-options.js";

/** Address of the site's root, wherever it stands. */
const root = new URL("../", import.meta.url);

/** Loads the index, once, and returns the best matches for a query. */
export async function loadSearch(): Promise<(query: string) => SearchEntry[]> {
  const response = await fetch(new URL("assets/search.json", root));
  const index = MiniSearch.loadJSON<SearchEntry>(await response.text(), searchOptions);
  return (query) =>
    index
      .search(query)
      .slice(0, 12)
      .map(({ id, title, page }) => ({ id: new URL(id, root).href, title, page, text: "" }));
}
