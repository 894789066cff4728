import { MAX_NESTING, type Visitor } from "./visitor.js";

/** Walks over a URL: user info, path, query and fragment. Scheme and host stay as they are. */
export function walkUrl(url: string, visitor: Visitor, depth = 0): string {
  const [beforeFragment, fragment] = splitAt(url, "#");
  const [location, query] = splitAt(beforeFragment, "?");
  const clean = walkLocation(location, visitor);
  const queryPart = query === null ? "" : `?${walkPairs(query, visitor, depth)}`;
  return `${clean}${queryPart}${fragment === null ? "" : `#${walkFragment(fragment, visitor, depth)}`}`;
}

/** Walks over `name=value&name=value` (URL Standard, 5.1). */
export function walkPairs(text: string, visitor: Visitor, depth = 0): string {
  let isNamed = false;
  const pairs = text.split("&").map((pair) => {
    const at = pair.indexOf("=");
    if (at === -1) return visitor.value(pair);
    const [rawName, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const name = decodeComponent(rawName) ?? rawName;
    const isSecret = visitor.isSecret(name) || (isNamed && VALUE_NAMES.test(name));
    isNamed = NAME_NAMES.test(name) && visitor.isSecret(decodeComponent(value) ?? value);
    if (value === "") return pair;
    return `${visitor.structure(rawName)}=${isSecret ? redactComponent(value, visitor) : walkComponent(value, visitor, depth)}`;
  });
  return pairs.join("&");
}

const NAME_NAMES = /^(?:name|key|header|field)$/i;
const VALUE_NAMES = /^value$/i;

/** Decodes a component of a URL or form; null when it is malformed. */
export function decodeComponent(text: string): string | null {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/** Redacts user info: `user:password`. */
export function redactUserInfo(userInfo: string, visitor: Visitor): string {
  return userInfo
    .split(":")
    .map((part) => {
      visitor.credential(decodeComponent(part) ?? part);
      return visitor.credential(part);
    })
    .join(":");
}

/** A value that does not change by redaction keeps its spelling. */
function redactComponent(value: string, visitor: Visitor): string {
  const plain = decodeComponent(value) ?? value;
  const clean = visitor.secret(plain);
  if (clean !== plain) return encodeURIComponent(clean);
  if (plain !== value) visitor.secret(value);
  return value;
}

function walkComponent(value: string, visitor: Visitor, depth: number): string {
  const plain = decodeComponent(value);
  if (plain === null || depth >= MAX_NESTING) return visitor.value(value);
  const clean = visitor.nested(plain, depth + 1);
  if (clean === plain) return plain === value ? value : visitor.value(value);
  return plain === value ? clean : encodeURIComponent(clean);
}

function walkFragment(fragment: string, visitor: Visitor, depth: number): string {
  return fragment.includes("=") ? walkPairs(fragment, visitor, depth) : visitor.value(fragment);
}

/** Scheme, user info, host and path. */
function walkLocation(location: string, visitor: Visitor): string {
  const [, scheme = "", authority = "", path = ""] =
    /^([a-z][a-z0-9+.-]*:\/\/)?([^/]*)(.*)$/is.exec(location) ?? [];
  if (scheme === "") return visitor.structure(location);
  const at = authority.lastIndexOf("@");
  const userInfo = at === -1 ? "" : `${redactUserInfo(authority.slice(0, at), visitor)}@`;
  return `${scheme}${userInfo}${authority.slice(at + 1)}${visitor.structure(path)}`;
}

function splitAt(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
