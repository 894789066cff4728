/** Runs in the page: filters the findings, opens the one that the fragment names, and switches the colour scheme. */
export const script = `
"use strict";
const byId = (id) => document.getElementById(id);
const root = document.documentElement;

const theme = byId("theme");
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; label(); });
theme.hidden = false;
label();

const form = byId("filters");
if (form) {
  const [search, severity, kind, operation, host, openAll] = ["search", "severity", "kind", "operation", "host", "open-all"].map(byId);
  const [shown, known] = [byId("shown"), byId("known")];
  const groups = [...document.querySelectorAll(".group")].map((element) => ({
    element,
    operation: element.dataset.operation,
    findings: [...element.querySelectorAll(".finding")].map((finding) => ({ element: finding, data: finding.dataset, text: null })),
  }));
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const number = (count) => count.toLocaleString("en") + (count === 1 ? " finding" : " findings");

  const fits = (finding, words) => {
    if (severity.value && finding.data.severity !== severity.value) return false;
    if (kind.value && finding.data.kind !== kind.value) return false;
    if (host.value && finding.data.host !== host.value) return false;
    if (words.length === 0) return true;
    finding.text ??= finding.element.textContent.toLowerCase();
    return words.every((word) => finding.text.includes(word));
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const group of groups) {
      const isAsked = !operation.value || operation.value === group.operation;
      const named = words.filter((word) => !group.operation.toLowerCase().includes(word));
      let visible = 0;
      for (const finding of group.findings) {
        const isShown = isAsked && fits(finding, named);
        finding.element.hidden = !isShown;
        if (isShown) visible++;
      }
      group.element.hidden = visible === 0;
      count += visible;
    }
    if (known && (words.length > 0 || [severity, kind, operation, host].some(({ value }) => value))) known.open = true;
    shown.textContent = count === total ? number(total) : number(count) + " of " + total.toLocaleString("en");
  };

  let frame = 0;
  const soon = () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(filter); };
  for (const field of [search, severity, kind, operation, host]) field.addEventListener("input", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  openAll.addEventListener("click", () => {
    const isOpening = openAll.textContent === "Open all";
    if (known) known.open = isOpening;
    for (const { findings } of groups) for (const { element } of findings) if (!element.hidden) element.open = isOpening;
    openAll.textContent = isOpening ? "Close all" : "Open all";
  });
  form.hidden = false;

  const openNamed = () => {
    const named = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (named && named.tagName === "DETAILS") { named.open = true; if (known && known.contains(named)) known.open = true; named.scrollIntoView(); }
  };
  addEventListener("hashchange", openNamed);
  openNamed();
}
`;
