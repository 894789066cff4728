import type { PageRequest } from "./curl-request.js";

/** What a page shows of a response. */
interface ShownResponse {
  readonly good: boolean;
  /** Status code and reason, or why there is none. */
  readonly status: string;
  readonly time: string;
  readonly size: string;
  readonly body: string;
}

/** Sends a request, and shows it and its response in an element. */
export async function showResponse(output: Element, request: PageRequest): Promise<void> {
  const line = element("p", "try-line", `${request.init.method} ${request.url}`);
  output.replaceChildren(line, element("p", "", "Waiting for the response …"));
  const { good, status, time, size, body } = await send(request);
  const summary = element("p", `try-status ${good ? "good" : "bad"}`);
  summary.append(element("strong", "", status), time === "" ? "" : ` ${time} · ${size}`);
  const text = element("pre", "");
  text.tabIndex = 0;
  text.append(...highlighted(body).map(({ kind, text }) => element("span", kind, text)));
  output.replaceChildren(line, summary, ...(body === "" ? [] : [text]));
}

const element = (tag: string, className: string, textContent = ""): HTMLElement =>
  Object.assign(document.createElement(tag), { className, textContent });

/** Sends a request, and reads the whole response as text. */
async function send({ url, init }: PageRequest): Promise<ShownResponse> {
  const started = performance.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    return {
      good: response.ok,
      status: `${response.status} ${response.statusText}`.trim(),
      time: `${Math.round(performance.now() - started)} ms`,
      size: `${new TextEncoder().encode(text).length} bytes`,
      body: pretty(text),
    };
  } catch {
    const status =
      "No response. Is the mock running (npm run mock), and does the server allow calls from a browser?";
    return { good: false, status, time: "", size: "", body: "" };
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A piece of JSON text and its kind: a member's name, a string, another value, or what stands between. */
interface Part {
  readonly kind: "name" | "string" | "value" | "";
  readonly text: string;
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*/g;

/** Cuts JSON text into parts to color. Another text comes back as it is. */
function highlighted(text: string): Part[] {
  if (!/^[[{]/.test(text)) return [{ kind: "", text }];
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [all, quoted, colon] = match;
    if (match.index > end) parts.push({ kind: "", text: text.slice(end, match.index) });
    parts.push({ kind: quoted === undefined ? "value" : colon === undefined ? "string" : "name", text: all });
    end = match.index + all.length;
  }
  return [...parts, { kind: "", text: text.slice(end) }];
}
