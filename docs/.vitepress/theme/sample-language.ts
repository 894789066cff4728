const KEY = "language";

/** Remembers the tab of a code group that a reader chooses. */
export function rememberLanguage(): void {
  addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".vp-code-group")) return;
    localStorage.setItem(KEY, target.nextElementSibling?.textContent ?? "");
  });
}

/** Shows the code groups of a page in the language that was chosen last. */
export function showLanguage(): void {
  const chosen = localStorage.getItem(KEY);
  for (const label of document.querySelectorAll<HTMLLabelElement>(".vp-code-group label")) {
    const input = label.previousElementSibling as HTMLInputElement | null;
    if (label.textContent === chosen && input?.checked === false) input.click();
  }
}
