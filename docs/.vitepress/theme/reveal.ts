/** Opens everything that is folded around the place that the address names. */
export function revealTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let around = target?.closest("details"); around; around = around.parentElement?.closest("details"))
    around.open = true;
}

/** Opens everything that is folded while a page is printed. */
export function revealInPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

/** Scrolls the side navigation, and nothing else, to the entry of the page. */
export function revealEntry(): void {
  const bar = document.querySelector(".VPSidebar");
  const entry = bar?.querySelector(".VPSidebarItem.is-link.is-active > .item");
  if (!bar || !entry) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const frame = bar.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) bar.scrollTop += top - frame.top - frame.height / 2;
}
