import type { Visitor } from "./visitor.js";
import { REDACTED } from "./visitor.js";

/** A cookie pair; quoted values may hold semicolons. */
const COOKIE = /\s*(?:([^=;"]*)=)?("(?:[^"\\]|\\.)*"|[^;]*)(;|$)/gy;

/** A parameter of credentials, such as `Signature=…` or `response="…"`. */
const PARAMETER = /([\w-]{1,64})\s{0,8}=\s{0,8}(?:"([^"]*)"|([^\s",]+))/g;

/** Parameters of Digest and OAuth credentials that are secret although no name says so. */
const SECRET_PARAMETERS = /^(?:response|c?nonce|opaque|oauth_.*)$/i;

/** Redacts the value of a secret header. The scheme word and the names of cookies stay. */
export function redactCredentialHeader(name: string, value: string, visitor: Visitor): string {
  switch (name.toLowerCase()) {
    case "cookie":
    case "cookie2":
      return redactCookies(value, visitor);
    case "set-cookie":
    case "set-cookie2":
      return splitCookies(value)
        .map((cookie) => redactSetCookie(cookie, visitor))
        .join(",");
    default:
      return redactCredentials(value, visitor);
  }
}

/** `name=value; name=value` (RFC 6265, 4.2). */
function redactCookies(text: string, visitor: Visitor): string {
  const pattern = new RegExp(COOKIE);
  let clean = "";
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) break;
    const [whole, name, value = "", end = ""] = found;
    clean +=
      value === ""
        ? whole
        : `${whole.slice(0, whole.length - value.length - end.length)}${cookieValue(value, visitor)}${end}`;
    if (name === undefined && value === "" && end === "") break;
  }
  return clean;
}

/** Joined `Set-Cookie` fields: a comma before `name=` separates them. */
function splitCookies(text: string): string[] {
  return text.split(/,(?=\s{0,8}[\w!#$%&'*+.^`|~-]{1,128}=)/);
}

function redactSetCookie(text: string, visitor: Visitor): string {
  const [, name = "", value = "", attributes = ""] =
    /^([^=;]*=)?("(?:[^"\\]|\\.)*"|[^;]*)(.*)$/s.exec(text) ?? [];
  return value === "" ? text : `${name}${cookieValue(value, visitor)}${attributes}`;
}

/** Collects a cookie and, if it is quoted or broken over lines, its parts. */
function cookieValue(value: string, visitor: Visitor): string {
  const bare = value.replaceAll(/^"|"$/g, "");
  for (const part of bare.split(/[\r\n;]+/)) if (part !== "") visitor.credential(part);
  return visitor.credential(bare) === bare ? value : REDACTED;
}

/** The scheme word stays, and so do characters that no credentials can have (RFC 9110, 11.4). */
function redactCredentials(value: string, visitor: Visitor): string {
  const [, before = "", scheme = "", rest = value] = /^(\s*)([\w-]+\s+)?(.*)$/s.exec(value) ?? [];
  for (const secret of secretsOf(scheme.trim().toLowerCase(), rest.trim(), visitor))
    visitor.credential(secret);
  if (rest.trim() === "" || visitor.credential(rest) === rest) return value;
  return `${before}${scheme}${rest.replaceAll(/[A-Za-z0-9\-._~+/]+/g, REDACTED)}`;
}

function secretsOf(scheme: string, rest: string, visitor: Visitor): string[] {
  if (scheme === "basic") {
    const [user = "", ...password] = fromBase64(rest).split(":");
    return [user, password.join(":")];
  }
  return [...rest.matchAll(PARAMETER)].flatMap(([, name = "", quoted, plain]) =>
    SECRET_PARAMETERS.test(name) || visitor.isSecret(name) ? [quoted ?? plain ?? ""] : [],
  );
}

/** As UTF-8, from either alphabet (RFC 4648); "" for what is not base64. */
function fromBase64(text: string): string {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}
