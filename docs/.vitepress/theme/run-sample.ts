import { type ConsoleResponse, highlighted, send } from "./console-response.js";
import { readCurl } from "./curl-request.js";

/** Sends a sample to the mock when its button is pressed, and shows the response below it. */
export function runSamples(mock: string): void {
  document.addEventListener("click", ({ target }) => {
    const bar = target instanceof HTMLButtonElement ? target.closest<HTMLElement>(".run-sample") : null;
    if (bar) void run(bar, mock);
  });
}

async function run(bar: HTMLElement, mock: string): Promise<void> {
  const [status] = bar.querySelectorAll('[role="status"]');
  const code = [...(bar.previousElementSibling?.querySelectorAll("code") ?? [])].map(
    (each) => each.textContent,
  );
  const request = code.map((text) => readCurl(text ?? "", mock)).find((each) => each !== undefined);
  if (!status || !request) return;
  status.replaceChildren(element("p", "", "Waiting for the response …"));
  status.replaceChildren(...shown(await send(request)));
}

function shown({ good, status, time, size, body }: ConsoleResponse): HTMLElement[] {
  const line = element("p", `try-status ${good ? "good" : "bad"}`);
  line.append(element("strong", "", status), time === "" ? "" : ` ${time} · ${size}`);
  const code = element("pre", "");
  code.tabIndex = 0;
  code.append(...highlighted(body).map(({ kind, text }) => element("span", kind, text)));
  return body === "" ? [line] : [line, code];
}

const element = (tag: string, className: string, textContent = ""): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent });
