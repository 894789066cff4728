import type { Header, MockRequest } from "../http/message.js";

/** Preferences that Prism also takes as query parameters. */
const PARAMETER = /^__(code|example|dynamic)=(.*)$/s;

/**
 * Moves the query parameters `__code`, `__example` and `__dynamic` to a `Prefer` header, as Prism does, so that a response
 * can be selected in the address bar of a browser.
 */
export function withQueryPreferences(request: MockRequest): MockRequest {
  const start = request.url.indexOf("?");
  if (start < 0 || !request.url.includes("__", start)) return request;
  const kept: string[] = [];
  const preferences: Header[] = [];
  for (const parameter of request.url.slice(start + 1).split("&")) {
    const [, name, value = ""] = PARAMETER.exec(parameter) ?? [];
    if (name === undefined) kept.push(parameter);
    else preferences.push(["Prefer", `${name}="${decode(value).replace(/["\\]/g, "\\$&")}"`]);
  }
  if (preferences.length === 0) return request;
  const query = kept.length === 0 ? "" : `?${kept.join("&")}`;
  const url = request.url.slice(0, start) + query;
  return { ...request, url, headers: [...request.headers, ...preferences] };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
