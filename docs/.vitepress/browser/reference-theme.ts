/** Key under which Redoc stores the selected theme. */
const REDOC = "redoc.colorMode";
const modes = ["light", "dark"] as const;

/** Uses one theme for Redoc and all other pages, whichever switch selected it. */
export function followTheme(): void {
  const root = document.documentElement;
  const chosen = modes.find((mode) => mode === localStorage.getItem("theme"));
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  if (chosen === undefined) localStorage.removeItem(REDOC);
  else localStorage.setItem(REDOC, chosen);
  new MutationObserver(() => {
    const shown = modes.find((mode) => root.classList.contains(mode));
    if (shown === undefined || shown === (localStorage.getItem("theme") ?? system())) return;
    localStorage.setItem("theme", shown);
  }).observe(root, { attributes: true, attributeFilter: ["class"] });
}
