import type { Body, Exchange, HeaderPair } from "@ittybit/contract";
import { pairs } from "./pairs.js";
import type { IsSecretName } from "./secret-name.js";

/** Bodies are searched for secrets up to this many bytes. */
const searched = 4 * 1024 * 1024;

/** Shorter values are too likely to be part of something else. */
const shortest = 5;

/** The secret values of an exchange: credentials, keys, cookies, signatures, wherever a name gives them away. */
export function findSecrets({ request, response }: Exchange, isSecret: IsSecretName): string[] {
  const found = new Set<string>([
    ...inHeaders(request.headers, isSecret),
    ...inHeaders(response.headers, isSecret),
    ...inText(request.url, isSecret),
    ...inBody(request.body, isSecret),
    ...inBody(response.body, isSecret),
  ]);
  return [...found].flatMap(readings).filter((value) => value.length >= shortest);
}

/** Headers come byte by byte; where the bytes are UTF-8, bodies hold what they spell. */
function readings(value: string): string[] {
  const codes = Array.from(value, (character) => character.charCodeAt(0));
  if (codes.some((code) => code > 0xff)) return [value];
  return [value, new TextDecoder().decode(Uint8Array.from(codes))];
}

function inHeaders(headers: readonly HeaderPair[], isSecret: IsSecretName): string[] {
  return headers.flatMap(([name, value]) =>
    isSecret(name) ? headerSecrets(name.toLowerCase(), value, isSecret) : inText(value, isSecret),
  );
}

function headerSecrets(name: string, value: string, isSecret: IsSecretName): string[] {
  switch (name) {
    case "cookie":
      return value.split(";").flatMap((pair) => cookieValue(pair, isSecret));
    case "set-cookie":
      return cookieValue(value.split(";")[0] ?? "", isSecret);
    default:
      return credentials(value);
  }
}

/** A short cookie that is one word, such as `theme=video`, is not looked for elsewhere: words stand everywhere. */
function cookieValue(pair: string, isSecret: IsSecretName): string[] {
  const at = pair.indexOf("=");
  const [name, value] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
  const isWord = value.length < 16 && !/\d/.test(value);
  return at === -1 || (isWord && !isSecret(name)) ? [] : [value];
}

/** The credentials after the scheme word; of Basic also the password inside (RFC 7617). */
function credentials(value: string): string[] {
  const [, scheme = "", rest = ""] = /^(\S+)\s+(.+)$/s.exec(value.trim()) ?? [];
  if (rest === "") return [value.trim()];
  if (scheme.toLowerCase() !== "basic") return [rest];
  const [user = "", ...password] = fromBase64(rest).split(":");
  return [rest, password.join(":"), user];
}

function inBody(body: Body, isSecret: IsSecretName): string[] {
  if (!(body instanceof Uint8Array) || body.length > searched) return [];
  const text = new TextDecoder().decode(body);
  return [...inText(text, isSecret), ...inJson(text, isSecret), ...inParts(text, isSecret)];
}

/** `name=value` of queries and forms, also inside a URL that is itself percent-encoded. */
function inText(text: string, isSecret: IsSecretName): string[] {
  return [...text.matchAll(pairs)].flatMap(([, , name = "", , value = ""]) =>
    isSecret(decode(name)) ? [value, decode(value)] : [],
  );
}

function inJson(text: string, isSecret: IsSecretName): string[] {
  const members = text.matchAll(/"([^"\\]{1,64})"\s*:\s*"((?:[^"\\]|\\.)*)"/g);
  return [...members].flatMap(([, name = "", value = ""]) =>
    isSecret(name) ? [value, fromJson(value)] : [],
  );
}

/** Fields of a multipart form (RFC 7578), and each line of those that have several. */
function inParts(text: string, isSecret: IsSecretName): string[] {
  const heads = text.matchAll(/\bname="([^"]{1,64})"[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n/g);
  return [...heads].flatMap(({ 0: head, 1: name = "", index }) => {
    if (!isSecret(name)) return [];
    const start = index + head.length;
    const end = text.indexOf("\n--", start);
    const value = text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
    return [value, ...value.split(/\r?\n/)];
  });
}

function fromJson(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** As UTF-8, from either alphabet (RFC 4648); "" for what is no base64. */
function fromBase64(text: string): string {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return "";
  }
}
