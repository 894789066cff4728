import type { SearchEntry } from "../../../scripts/docs/search/search-options.js";

type Search = (query: string) => SearchEntry[];

/** Turns the search link into a dialog. The index is fetched when it is first opened. */
export function searchDialog(): void {
  const link = document.querySelector<HTMLAnchorElement>(".search-button");
  if (!link) return;
  const { dialog, input, list } = dialogElements();
  let search: Promise<Search> | undefined;
  const open = () => {
    search ??= import("./search.js").then(({ loadSearch }) => loadSearch());
    dialog.showModal();
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).closest("input, select, textarea");
    const asked = (event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!asked || dialog.open) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", async () => {
    const query = input.value;
    const found = (await search)?.(query) ?? [];
    if (query === input.value) list.replaceChildren(...found.map(resultItem));
  });
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") list.querySelector("a")?.click();
  });
  list.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
}

function dialogElements() {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search");
  const input = document.createElement("input");
  input.type = "search";
  input.setAttribute("aria-label", "Search guides and reference");
  input.placeholder = "limit, upload, 429 …";
  const list = document.createElement("ul");
  list.setAttribute("aria-label", "Results");
  dialog.append(input, list);
  return { dialog, input, list };
}

function resultItem({ id, title, page }: SearchEntry): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = id;
  link.textContent = title;
  if (page !== title) {
    const place = document.createElement("small");
    place.textContent = page;
    link.append(place);
  }
  item.append(link);
  return item;
}
