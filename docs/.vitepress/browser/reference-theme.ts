/** Where Redoc keeps the theme that its own switch was set to. */
const REDOC = "redoc.colorMode";
const modes = ["light", "dark"] as const;

/** Shows Redoc in the theme chosen on the other pages, and keeps what its own switch is set to for them. */
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
