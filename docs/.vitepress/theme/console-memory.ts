/** Fields of the console that are stored until the tab is closed. */
const KEPT = ["base", "key"] as const;

/** Fills in what this tab entered in another console, and stores what it enters here. */
export function keepInTab(form: HTMLFormElement): void {
  for (const name of KEPT) {
    const input = form.elements.namedItem(name) as HTMLInputElement;
    input.value = sessionStorage.getItem(`try-${name}`) ?? input.value;
    input.addEventListener("change", () => sessionStorage.setItem(`try-${name}`, input.value));
  }
}
