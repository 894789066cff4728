import type { Progress } from "./part.js";
import type { Unsent } from "./transmit.js";

/** What we use of the `XMLHttpRequest` of browsers. */
interface Xhr {
  readonly upload: { onprogress: unknown; onload: unknown };
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  onload: () => void;
  onerror: () => void;
  onabort: () => void;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getAllResponseHeaders(): string;
  send(body: FormData): void;
  abort(): void;
}

/** `XMLHttpRequest`, the one way of a browser to tell how far an upload is; undefined elsewhere. */
export const { XMLHttpRequest } = globalThis as { XMLHttpRequest?: new () => Xhr };

/** Sends a form as `fetch` would, and tells how far it is. */
export function sendByXhr(
  Request: new () => Xhr,
  { method, url, headers, signal }: Unsent,
  form: FormData,
  onProgress: (progress: Progress) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const xhr = new Request();
    xhr.open(method, url);
    for (const name in headers) xhr.setRequestHeader(name, headers[name] as string);
    xhr.upload.onprogress = xhr.upload.onload = ({ loaded, total }: Progress) =>
      onProgress({ loaded, total });
    xhr.onload = () => resolve(response(xhr));
    xhr.onerror = () => reject(new TypeError("the connection could not be made or broke"));
    xhr.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => xhr.abort());
    xhr.send(form);
  });
}

function response(xhr: Xhr): Response {
  const lines = xhr.getAllResponseHeaders().match(/.+/g) ?? [];
  const headers = lines.map((line) => line.split(/: ?(.*)/).slice(0, 2) as [string, string]);
  return new Response(xhr.responseText || null, { status: xhr.status, statusText: xhr.statusText, headers });
}
