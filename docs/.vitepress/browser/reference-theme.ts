/** Key under which VitePress stores the selected theme: `light`, `dark` or `auto`. */
const SITE = "vitepress-theme-appearance";
/** Key under which Redoc stores the selected theme. */
const REDOC = "redoc.colorMode";
const modes = ["light", "dark"] as const;

/** Uses one theme for Redoc and all other pages, whichever switch selected it. */
export function followTheme(): void {
  const root = document.documentElement;
  const selected = () => modes.find((mode) => mode === localStorage.getItem(SITE));
  const chosen = selected();
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  if (chosen === undefined) localStorage.removeItem(REDOC);
  else localStorage.setItem(REDOC, chosen);
  new MutationObserver(() => {
    const shown = modes.find((mode) => root.classList.contains(mode));
    if (shown === undefined || shown === (selected() ?? system())) return;
    localStorage.setItem(SITE, shown);
  }).observe(root, { attributes: true, attributeFilter: ["class"] });
}
