import { looksSecret } from "./token-shapes.js";
import { MAX_NESTING, REDACTED, type Visitor } from "./visitor.js";
import { decodeComponent, redactUserInfo } from "./walk-url.js";

/** A stretch of a text and what to write in its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How far to look back for a name, a tag or a scheme, in characters. */
const [MAX_NAME, MAX_TAG, MAX_USER_INFO] = [256, 1_024, 512];

/**
 * Walks over text without a known form. Finds `name=value`, also percent-encoded, `"name": "value"`, header lines, XML
 * and HTML by their separators, in one pass.
 */
export function walkPlainText(text: string, visitor: Visitor, depth: number): string {
  const replacements: Replacement[] = [];
  const separator = /[=:@>]|%3d/gi;
  for (let match = separator.exec(text); match !== null; match = separator.exec(text)) {
    const found = replacementAt(text, match.index, match[0].toLowerCase(), visitor, depth);
    if (found === null) continue;
    if (text.slice(found.start, found.end) !== found.text) replacements.push(found);
    // skips what was read even where nothing changes: a value may be followed by thousands of separators
    separator.lastIndex = Math.max(separator.lastIndex, found.end);
  }
  return apply(text, replacements, visitor);
}

function apply(text: string, replacements: readonly Replacement[], visitor: Visitor): string {
  if (replacements.length === 0) return visitor.value(text);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: replaced } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(visitor.value(text.slice(from, start)), replaced);
    from = end;
  }
  pieces.push(visitor.value(text.slice(from)));
  return pieces.join("");
}

function replacementAt(
  text: string,
  at: number,
  separator: string,
  visitor: Visitor,
  depth: number,
): Replacement | null {
  switch (separator) {
    case "=":
      return pairAt(text, at, visitor, depth);
    case "%3d":
      return encodedPairAt(text, at, visitor);
    case ":":
      return memberAt(text, at, visitor) ?? headerLineAt(text, at, visitor);
    case "@":
      return userInfoAt(text, at, visitor);
    default:
      return elementAt(text, at, visitor);
  }
}

/** `name=value`, `name="value"`. */
function pairAt(text: string, at: number, visitor: Visitor, depth: number): Replacement | null {
  const rawName = nameBefore(text, at);
  const start = at + 1;
  const quote = text[start];
  const isQuoted = quote === '"' || quote === "'";
  const [from, end] = isQuoted
    ? [start + 1, closingQuote(text, start + 1, quote)]
    : [start, indexOf(text, start, /[&\s"'<>;#]/g)];
  if (end <= from) return null;
  const value = text.slice(from, end);
  if (isSecretPairName(rawName, visitor)) return secretReplacement(from, end, value, visitor);
  if (isQuoted || depth >= MAX_NESTING || !value.includes("%")) return null;
  const plain = decodeComponent(value);
  if (plain === null || plain === value) return null;
  const clean = visitor.nested(plain, depth + 1);
  return { start: from, end, text: clean === plain ? value : encodeURIComponent(clean) };
}

/** `name%3Dvalue`, in a URL within a URL. */
function encodedPairAt(text: string, at: number, visitor: Visitor): Replacement | null {
  if (!isSecretPairName(nameBefore(text, at), visitor)) return null;
  const start = at + 3;
  const end = indexOf(text, start, /[&\s"'<>;#]|%26|%3f|%23|%22/gi);
  return end <= start ? null : secretReplacement(start, end, text.slice(start, end), visitor);
}

/** `"name": "value"`, also where the JSON around it is cut off. */
function memberAt(text: string, at: number, visitor: Visitor): Replacement | null {
  const close = text.slice(Math.max(at - 9, 0), at).trimEnd().length + Math.max(at - 9, 0) - 1;
  if (text[close] !== '"') return null;
  const isEscaped = text[close - 1] === "\\";
  const quote = isEscaped ? '\\"' : '"';
  const windowStart = Math.max(close - MAX_NAME, 0);
  const nameEnd = isEscaped ? close - 1 : close;
  const open = text.slice(windowStart, nameEnd).lastIndexOf('"');
  if (open === -1 || !visitor.isSecret(unescaped(text.slice(windowStart + open + 1, nameEnd)))) return null;
  const spaces = /^\s{0,8}/.exec(text.slice(at + 1, at + 9))?.[0].length ?? 0;
  const start = at + 1 + spaces;
  if (!text.startsWith(quote, start)) return null;
  const from = start + quote.length;
  const end = isEscaped ? endAt(text.indexOf(quote, from), text) : closingQuote(text, from, '"');
  if (end <= from) return null;
  const written = text.slice(from, end);
  const value = unescaped(written);
  const replacement = secretReplacement(from, end, value, visitor);
  return replacement.text === value ? { ...replacement, text: written } : replacement;
}

/** `Name: value`, as in a header line or a command. The value is one word that looks like a secret. */
function headerLineAt(text: string, at: number, visitor: Visitor): Replacement | null {
  const name = nameBefore(text, at);
  if (name.length < 2 || !visitor.isSecret(name)) return null;
  const line = text.slice(at + 1, at + 4_096);
  const [, before = "", value = ""] = /^([ \t]{0,8}(?:[A-Za-z][\w-]{1,20} )?)([^\s"'<>,]+)/.exec(line) ?? [];
  if (value === "" || value === REDACTED || !looksSecret(value)) return null;
  const start = at + 1 + before.length;
  return secretReplacement(start, start + value.length, value, visitor);
}

/** `scheme://user:password@host`. */
function userInfoAt(text: string, at: number, visitor: Visitor): Replacement | null {
  const windowStart = Math.max(at - MAX_USER_INFO, 0);
  const before = text.slice(windowStart, at);
  const scheme = before.lastIndexOf("://");
  if (scheme === -1) return null;
  const userInfo = before.slice(scheme + 3);
  if (userInfo === "" || /[\s/?#"'<>]/.test(userInfo)) return null;
  return { start: at - userInfo.length, end: at, text: redactUserInfo(userInfo, visitor) };
}

/** `<name>value</name>`, `<input name="token" value="…">`. */
function elementAt(text: string, at: number, visitor: Visitor): Replacement | null {
  const windowStart = Math.max(at - MAX_TAG, 0);
  const open = text.slice(windowStart, at).lastIndexOf("<");
  if (open === -1) return null;
  const tag = text.slice(windowStart + open, at);
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1];
  if (name === undefined) return null;
  if (visitor.isSecret(name) && !tag.endsWith("/")) return elementContent(text, at + 1, visitor);
  const [, label] = attribute(tag, "name|id|key") ?? [];
  if (label === undefined || !visitor.isSecret(label)) return null;
  const found = attribute(tag, "value|content");
  if (found === null) return elementContent(text, at + 1, visitor);
  const [offset, value] = found;
  const start = windowStart + open + offset;
  return secretReplacement(start, start + value.length, value, visitor);
}

function elementContent(text: string, from: number, visitor: Visitor): Replacement | null {
  const isCdata = text.startsWith("<![CDATA[", from);
  const start = isCdata ? from + 9 : from;
  const end = endAt(text.indexOf(isCdata ? "]]>" : "<", start), text);
  return text.slice(start, end).trim() === ""
    ? null
    : secretReplacement(start, end, text.slice(start, end), visitor);
}

/** Offset and value of an attribute of a tag. */
function attribute(tag: string, names: string): [number, string] | null {
  const found = new RegExp(`\\b(?:${names})\\s{0,4}=\\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    tag,
  );
  if (found === null) return null;
  const value = found[1] ?? found[2] ?? found[3] ?? "";
  return [found.index + found[0].lastIndexOf(value), value];
}

function secretReplacement(start: number, end: number, value: string, visitor: Visitor): Replacement {
  const plain = decodeComponent(value) ?? value;
  if (plain !== value) visitor.secret(plain);
  const clean = visitor.secret(value);
  return { start, end, text: clean };
}

function isSecretPairName(rawName: string, visitor: Visitor): boolean {
  const name = rawName.split(/%(?:3f|26|23|2f|22|20|0a)/i).at(-1) as string;
  return name !== "" && visitor.isSecret(decodeComponent(name) ?? name);
}

function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < MAX_NAME && /[\w.[\]%-]/.test(text[start - 1] as string)) start--;
  return text.slice(start, end);
}

/** Index of the closing quote, or the end of the text. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === quote) return index;
  }
  return text.length;
}

function indexOf(text: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

function endAt(index: number, text: string): number {
  return index === -1 ? text.length : index;
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
