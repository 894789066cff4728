/** The button that changes between light and dark, and keeps the choice for the next visit. */
export function themeButton(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-button");
  if (!button) return;
  const root = document.documentElement;
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) ===
    "dark";
  const show = () => {
    button.textContent = isDark() ? "Light" : "Dark";
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
    show();
  });
  button.hidden = false;
  show();
}
