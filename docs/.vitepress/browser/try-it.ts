import { consoleRequest } from "./console-request.js";

/** Console fields that are stored until the tab is closed. */
const KEPT = ["base", "key"] as const;

/** Makes the console of an operation's page work. */
export function tryIt(): void {
  const section = document.querySelector<HTMLElement>(".try-it");
  const form = section?.querySelector("form");
  const output = section?.querySelector<HTMLElement>(".try-response");
  if (!section || !form || !output) return;
  restore(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, output);
  });
  form.querySelector("[data-mock]")?.addEventListener("click", () => {
    field(form, "base").value = field(form, "base").defaultValue;
    form.requestSubmit();
  });
  const needs = section.querySelector<HTMLElement>(".needs-script");
  if (needs) needs.hidden = true;
  form.hidden = false;
}

const field = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;

function restore(form: HTMLFormElement): void {
  for (const name of KEPT) {
    const input = field(form, name);
    input.value = sessionStorage.getItem(`try-${name}`) ?? input.value;
    input.addEventListener("change", () => sessionStorage.setItem(`try-${name}`, input.value));
  }
}

async function send(form: HTMLFormElement, output: HTMLElement): Promise<void> {
  const { url, init } = consoleRequest(form);
  const started = performance.now();
  output.textContent = `${init.method} ${url} …`;
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const time = `${Math.round(performance.now() - started)} ms`;
    show(
      output,
      response.ok,
      `${response.status} ${response.statusText} · ${time} · ${init.method} ${url}`,
      text,
    );
  } catch {
    const why =
      "No response. Is the mock running (npm run mock), and does the server allow calls from a browser?";
    show(output, false, why, "");
  }
}

function show(output: HTMLElement, good: boolean, headline: string, body: string): void {
  const line = document.createElement("p");
  line.className = good ? "good" : "bad";
  line.textContent = headline;
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.textContent = pretty(body);
  output.replaceChildren(line, ...(body === "" ? [] : [pre]));
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
