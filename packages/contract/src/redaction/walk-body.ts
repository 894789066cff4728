import { type HeaderPair, headerValues } from "../exchange.js";
import type { Visitor } from "./visitor.js";
import { walkText } from "./walk-text.js";
import { walkPairs } from "./walk-url.js";

/** Walks over the text of a body by its media type. */
export function walkBody(text: string, headers: readonly HeaderPair[], visitor: Visitor): string {
  const mediaType = headerValues(headers, "content-type")[0] ?? "";
  if (/^\s*application\/x-www-form-urlencoded/i.test(mediaType)) return walkPairs(text, visitor);
  const boundary = /^\s*multipart\/.*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/is.exec(mediaType);
  if (boundary !== null) return walkMultipart(text, (boundary[1] ?? boundary[2]) as string, visitor);
  return walkText(text, visitor);
}

/** Walks over the parts of a multipart body (RFC 2046, 5.1; RFC 7578). */
function walkMultipart(text: string, boundary: string, visitor: Visitor): string {
  const delimiter = `--${boundary}`;
  return text
    .split(delimiter)
    .map((part) => walkPart(part, visitor))
    .join(delimiter);
}

function walkPart(part: string, visitor: Visitor): string {
  const head = /^[\s\S]{0,65536}?\r?\n\r?\n/.exec(part)?.[0];
  if (head === undefined) return visitor.value(part);
  const tail = /\r?\n?$/.exec(part)?.[0] ?? "";
  const value = part.slice(head.length, Math.max(part.length - tail.length, head.length));
  const name = partName(head);
  const rest = part.slice(head.length + value.length);
  if (name !== null && visitor.isSecret(name)) return `${head}${redactPart(value, visitor)}${rest}`;
  return `${visitor.structure(head)}${walkText(value, visitor)}${rest}`;
}

/** Name of a form field, with or without quotes, in any letter case. */
function partName(head: string): string | null {
  const [, quoted, plain] = /[;\s]name\s{0,8}=\s{0,8}(?:"([^"\r\n]*)"|([^\s;"]+))/i.exec(head) ?? [];
  return quoted ?? plain ?? null;
}

/** Collects a value as a whole, and each of its lines. */
function redactPart(value: string, visitor: Visitor): string {
  if (value === "") return value;
  for (const line of value.split(/\r?\n/)) if (line !== "" && line !== value) visitor.secret(line);
  return visitor.secret(value);
}
