import type { ExchangeRequest } from "@ittybit/contract";
import type { RedactText } from "../redaction/redact-text.js";
import type { IsSecretName } from "../redaction/secret-name.js";

/** Headers that curl sets by itself, or that say nothing about the request. */
const OMITTED_HEADERS =
  /^(host|connection|content-length|accept-encoding|accept-language|user-agent|origin|referer|te|priority|pragma|cache-control|sec-.*|x-forwarded-.*|via)$/i;

/** Bodies are shown up to this many bytes. */
const MAX_BODY_BYTES = 1_000;

/** A command line that sends a request again; secrets are to be filled in. */
export function curlCommand(request: ExchangeRequest, clean: RedactText, isSecret: IsSecretName): string {
  const { method, url, headers, body } = request;
  const shown = headers.filter(([name]) => !OMITTED_HEADERS.test(name));
  const fields = shown.flatMap(([name, value]) => {
    return ["-H", quote(`${name}: ${headerValue(name, clean(value), isSecret)}`)];
  });
  const words = [
    "curl",
    "-i",
    ...methodWords(method),
    quote(clean(url)),
    ...fields,
    ...bodyWords(body, clean),
  ];
  return words.join(" ");
}

function methodWords(method: string): string[] {
  if (method === "GET") return [];
  return method === "HEAD" ? ["-I"] : ["-X", quote(method)];
}

function headerValue(name: string, value: string, isSecret: IsSecretName): string {
  if (!isSecret(name)) return value;
  const scheme = /^(bearer|basic)\s/i.exec(value)?.[1];
  return scheme === undefined ? "REDACTED" : `${scheme} REDACTED`;
}

function bodyWords(body: ExchangeRequest["body"], clean: RedactText): string[] {
  if (!(body instanceof Uint8Array) || body.length === 0) return [];
  if (body.length > MAX_BODY_BYTES) return ["--data-binary", "@body"];
  const text = clean(new TextDecoder().decode(body));
  return isPrintable(text) ? ["--data-raw", quote(text)] : ["--data-binary", "@body"];
}

function isPrintable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffc]*$/.test(text);
}

/** For a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
