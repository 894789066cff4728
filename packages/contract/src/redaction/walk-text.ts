import { MAX_NESTING, type Visitor } from "./visitor.js";
import { walkJson } from "./walk-json.js";
import { walkPlainText } from "./walk-plain-text.js";
import { decodeComponent, walkUrl } from "./walk-url.js";

/** A text that is a URL as a whole. */
const URL_TEXT = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"<>]+$/i;

/** A text that is percent-encoded as a whole. */
const ENCODED_TEXT = /^[\w.~!*'()+-]*%[0-9a-f]{2}[\w.~!*'()%+-]*$/i;

/** Walks over a text of unknown form: JSON, a URL, percent-encoded text, or plain text. */
export function walkText(text: string, visitor: Visitor, depth = 0): string {
  if (text.length === 0) return text;
  if (depth < MAX_NESTING) {
    const json = /^\s*[[{]/.test(text) ? walkJson(text, visitor, depth + 1) : null;
    if (json !== null) return json;
    if (URL_TEXT.test(text)) return walkUrl(text, visitor, depth + 1);
    if (ENCODED_TEXT.test(text)) return walkEncoded(text, visitor, depth + 1);
  }
  return walkPlainText(text, visitor, depth);
}

function walkEncoded(text: string, visitor: Visitor, depth: number): string {
  const plain = decodeComponent(text);
  if (plain === null || plain === text) return visitor.value(text);
  const clean = walkText(plain, visitor, depth);
  return clean === plain ? visitor.value(text) : encodeURIComponent(clean);
}
