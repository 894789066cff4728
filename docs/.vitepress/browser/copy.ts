/** Copies a code block when its button is pressed, and confirms it for a moment. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const code = button.parentElement?.querySelector("pre")?.innerText ?? "";
      await navigator.clipboard.writeText(code);
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  }
}
