/** Accessibility fixes of Redoc's page: roles, heading levels and names by selector. */
const parts: readonly {
  readonly find: string;
  readonly name: string;
  readonly value: (element: Element) => string;
}[] = [
  { find: ".menu-content", name: "role", value: () => "navigation" },
  { find: ".menu-content", name: "aria-label", value: () => "Contents" },
  { find: "[data-testid=search-dialog]", name: "role", value: () => "dialog" },
  { find: "[data-testid=search-dialog]", name: "aria-label", value: () => "Search" },
  { find: "[data-testid=search-dialog] header", name: "role", value: () => "presentation" },
  { find: "[data-testid=search-dialog] input", name: "aria-label", value: () => "Search the reference" },
  { find: "[data-testid=search-dialog] header button", name: "aria-label", value: () => "Clear" },
  // It goes from h2 to h4 and h5, and leaves out h3.
  { find: "main h4", name: "aria-level", value: () => "3" },
  { find: "main h5", name: "aria-level", value: () => "4" },
  // A label that hides which example is shown.
  {
    find: 'button[aria-label^="Example"]',
    name: "aria-label",
    value: (button) => `Example: ${button.textContent}`,
  },
];

/** Fixes Redoc's parts, now and whenever it draws more of them. */
export function nameParts(): void {
  const fix = () => {
    for (const { find, name, value } of parts) {
      for (const element of document.querySelectorAll(find)) {
        if (element.getAttribute(name) !== value(element)) element.setAttribute(name, value(element));
      }
    }
  };
  new MutationObserver(fix).observe(document, { childList: true, characterData: true, subtree: true });
}
