/** Runs in the page: shows the findings that fit what is searched for. */
export const script = `
const [search, severity, operation, shown] = ["search", "severity", "operation", "shown"].map((id) => document.getElementById(id));
const findings = [...document.querySelectorAll(".finding")].map((element) => ({ element, text: element.textContent.toLowerCase() }));
function show() {
  let count = 0;
  for (const { element, text } of findings) {
    const fits = text.includes(search.value.toLowerCase()) && (!severity.value || element.dataset.severity === severity.value) && (!operation.value || element.dataset.operation === operation.value);
    element.hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count + " of " + findings.length + " findings";
}
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
for (const field of [search, severity, operation]) field.addEventListener("input", show);
show();
`;
