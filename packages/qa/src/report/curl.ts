import type { ExchangeRequest, HeaderPair } from "@ittybit/contract";
import { bytesOf, isInMemory } from "@ittybit/contract/findings";

/** Headers that curl sets itself, or that say nothing about the request. */
const OMITTED_HEADERS =
  /^(host|connection|content-length|accept-encoding|accept-language|user-agent|origin|referer|te|priority|pragma|cache-control|sec-.*|x-forwarded-.*|via)$/i;

/** Field names (RFC 9110, 5.1). `-H @name` would read a file. */
const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Bodies are shown up to this many bytes. */
const MAX_BODY_BYTES = 1_000;

/**
 * A curl command that repeats a request. Secrets are to be filled in, and so is the file `body` if it is named.
 *
 * @param request without its secrets
 */
export function curlCommand(request: ExchangeRequest): string {
  const { method, url, headers, body } = request;
  const data = bodyWords(body);
  const words = [
    "curl",
    "-i",
    ...methodWords(method, data.length > 0),
    ...urlWords(url),
    ...headerWords(headers, data.length > 0),
    ...data,
  ];
  if (words.some((word) => word.includes("\0"))) return "# curl cannot repeat this request: it contains NUL.";
  return words.map(quote).join(" ");
}

/** Names the method unless curl would choose it: GET, POST with data, HEAD by `-I`. */
function methodWords(method: string, hasData: boolean): string[] {
  if (method === "HEAD" && !hasData) return ["-I"];
  return method === (hasData ? "POST" : "GET") ? [] : ["-X", method];
}

/** curl reads brackets as ranges and a leading `-` as a flag, and removes dot segments. */
function urlWords(url: string): string[] {
  return [
    ...(/[[\]{}]/.test(url) ? ["--globoff"] : []),
    ...(/\/\.{1,2}(?:[/?#]|$)/.test(url) ? ["--path-as-is"] : []),
    ...(url.startsWith("-") ? ["--url", url] : [url]),
  ];
}

/** A header without a value ends in `;`. Data would get a media type of its own. */
function headerWords(headers: readonly HeaderPair[], hasData: boolean): string[] {
  const shown = headers.filter(([name]) => FIELD_NAME.test(name) && !OMITTED_HEADERS.test(name));
  const words = shown.flatMap(([name, value]) => ["-H", value === "" ? `${name};` : `${name}: ${value}`]);
  const hasType = headers.some(([name]) => name.toLowerCase() === "content-type");
  return hasData && !hasType ? [...words, "-H", "Content-Type:"] : words;
}

function bodyWords(body: ExchangeRequest["body"]): string[] {
  if (!isInMemory(body) || body.length === 0) return [];
  const text = body.length > MAX_BODY_BYTES ? null : decode(bytesOf(body));
  return text === null || !isPrintable(text) ? ["--data-binary", "@body"] : ["--data-raw", text];
}

/** null for bytes that are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isPrintable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]*$/u.test(text);
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
