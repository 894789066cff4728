import type { BodilessRequest } from "./body.js";
import type { Progress } from "./progress.js";

/** The part of the browser's `XMLHttpRequest` that is used here. */
interface Xhr {
  readonly upload: { onprogress: unknown; onload: unknown };
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  readonly responseURL: string;
  onload: unknown;
  onerror: unknown;
  onabort: unknown;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getAllResponseHeaders(): string;
  send(body: FormData): void;
  abort(): void;
}

/** The only interface of a browser that reports upload progress; undefined elsewhere. */
export const { XMLHttpRequest } = globalThis as { XMLHttpRequest?: new () => Xhr };

/** Sends a form as `fetch` would, and reports progress. */
export function sendByXhr(
  Request: new () => Xhr,
  { method, url, headers, signal }: BodilessRequest,
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
    xhr.onload = () => resolve(toResponse(xhr, new URL(url).href));
    xhr.onerror = () => reject(new TypeError("the connection failed or broke"));
    xhr.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => xhr.abort());
    xhr.send(form);
  });
}

function toResponse(xhr: Xhr, url: string): Response {
  const lines = xhr.getAllResponseHeaders().match(/.+/g) ?? [];
  const headers = lines.map((line) => line.split(/: ?(.*)/).slice(0, 2) as [string, string]);
  const { status, statusText, responseText, responseURL } = xhr;
  const response = new Response(responseText || null, { status, statusText, headers });
  return Object.defineProperties(response, {
    url: { value: responseURL },
    redirected: { value: responseURL !== url },
  });
}
