const KEY = "language";

/** Turns the samples of an operation into tabs; the language chosen last is shown first on every page. */
export function sampleTabs(): void {
  for (const [index, group] of document.querySelectorAll<HTMLElement>(".samples").entries()) {
    const panels = [...group.querySelectorAll<HTMLElement>(".sample")];
    const list = document.createElement("div");
    list.className = "tabs";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", "Language of the sample");
    const tabs = panels.map((panel, at) => tabOf(panel, `sample-${index}-${at}`));
    const select = (chosen: number) => {
      for (const [at, panel] of panels.entries()) {
        panel.hidden = at !== chosen;
        tabs[at]?.setAttribute("aria-selected", String(at === chosen));
        if (tabs[at]) tabs[at].tabIndex = at === chosen ? 0 : -1;
      }
    };
    for (const [at, tab] of tabs.entries()) {
      tab.addEventListener("click", () => {
        select(at);
        localStorage.setItem(KEY, tab.textContent ?? "");
      });
      tab.addEventListener("keydown", ({ key }) => {
        const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
        const next = tabs[(at + step + tabs.length) % tabs.length];
        if (step !== 0) {
          next?.click();
          next?.focus();
        }
      });
    }
    list.append(...tabs);
    group.prepend(list);
    select(
      Math.max(
        0,
        tabs.findIndex((tab) => tab.textContent === localStorage.getItem(KEY)),
      ),
    );
  }
}

function tabOf(panel: HTMLElement, id: string): HTMLButtonElement {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.id = `${id}-tab`;
  tab.textContent = panel.dataset.title ?? "";
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", id);
  panel.id = id;
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", tab.id);
  const title = panel.querySelector<HTMLElement>(".sample-title");
  if (title) title.hidden = true;
  return tab;
}
